package studio.saddlepoint.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeapWatchTest {
  private static final int MEGABYTES_32 = 1 << 25;

  /** Notifications come when they come: collections are asked for until one has. */
  @Test
  void countsWhatACollectionLeaves() {
    try (HeapWatch watch = new HeapWatch()) {
      byte[] held = new byte[MEGABYTES_32];
      Arrays.fill(held, (byte) 1);
      // the first that is told may be a collection from before there was anything to hold
      long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (watch.leftBytes().orElse(0) < MEGABYTES_32 && System.nanoTime() < until) {
        System.gc();
        Thread.onSpinWait();
      }
      long left = watch.leftBytes().getAsLong();
      Reference.reachabilityFence(held);
      assertTrue(left >= MEGABYTES_32, left + " bytes left");
      assertTrue(watch.peakBytes() >= left, watch.peakBytes() + " bytes at most");
    }
  }
}
