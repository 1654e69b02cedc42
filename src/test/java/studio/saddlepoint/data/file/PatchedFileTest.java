package studio.saddlepoint.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are shown in parts. */
class PatchedFileTest {
  private static final int LARGE = 48 << 20;

  @TempDir Path folder;

  /** What is read at once stays outside of the heap for as long as its thread lives. */
  @Test
  void aLargeReadTakesNoMemoryOutsideOfTheHeap() throws Exception {
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("large"), content);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      long before = outsideOfTheHeap();
      byte[] read =
          thread
              .submit(
                  () -> {
                    try (PatchedFile opened = PatchedFile.open(file)) {
                      return opened.bytes(0, LARGE);
                    }
                  })
              .get();
      long more = outsideOfTheHeap() - before;
      assertArrayEquals(content, read);
      assertTrue(more < LARGE / 2, more + " bytes");
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void partsAreReadInTheirOrder() throws Exception {
    byte[] content = new byte[200_000];
    new Random(2).nextBytes(content);
    Path file = Files.write(folder.resolve("parts"), content);
    byte[] expected = new byte[100_002];
    System.arraycopy(content, 0, expected, 0, 50_000);
    expected[50_000] = 7;
    System.arraycopy(content, 149_999, expected, 50_001, 50_001);
    try (PatchedFile opened = PatchedFile.open(file)) {
      opened.show(new PatchedFile.Parts().file(0, 50_000).own((byte) 7).file(149_999, 200_000));
      assertArrayEquals(expected, opened.bytes(0, expected.length + 9));
      assertArrayEquals(new byte[] {7}, opened.bytes(50_000, 1));
    }
  }

  private static long outsideOfTheHeap() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
