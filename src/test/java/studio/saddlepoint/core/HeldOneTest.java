package studio.saddlepoint.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** All that is made is closed, once each. */
class HeldOneTest {
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final HeldOne<String, AutoCloseable> held =
      new HeldOne<>(each -> closed.incrementAndGet());

  private AutoCloseable make() {
    made.incrementAndGet();
    return () -> {};
  }

  private int use(String key) {
    return held.with(key, this::make, each -> made.get() - closed.get());
  }

  @Test
  void itIsMadeOnceAndClosedWhenAnotherIsWanted() {
    assertEquals(1, use("a"));
    assertEquals(1, use("a"));
    assertEquals(1, made.get());
    assertEquals(1, use("b"));
    assertEquals(2, made.get());
    assertEquals(1, closed.get());
    held.release();
    held.release();
    assertEquals(2, closed.get());
    assertEquals(1, use("b"));
    held.release();
    assertEquals(3, closed.get());
  }

  @Test
  void whatSomebodyWorksWithIsClosedAfterThatWork() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger closedWhileWorking = new AtomicInteger(-1);
    Thread worker =
        new Thread(
            () ->
                held.with(
                    "a",
                    this::make,
                    each -> {
                      begun.countDown();
                      try {
                        released.await(20, TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      closedWhileWorking.set(closed.get());
                      return 0;
                    }));
    worker.start();
    begun.await(20, TimeUnit.SECONDS);
    held.release(); // returns at once
    released.countDown();
    worker.join(20_000);
    assertEquals(0, closedWhileWorking.get());
    assertEquals(1, closed.get());
  }

  @Test
  void whatCannotBeMadeIsNotHeld() {
    assertThrows(
        IllegalStateException.class,
        () ->
            held.with(
                "a",
                () -> {
                  throw new IllegalStateException();
                },
                each -> 0));
    held.release();
    assertEquals(0, closed.get());
    assertEquals(1, use("a"));
  }
}
