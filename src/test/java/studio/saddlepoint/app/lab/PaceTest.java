package studio.saddlepoint.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
  private final AtomicInteger steps = new AtomicInteger();
  private final Pace pace =
      new Pace(
          ui::add,
          5,
          (count, done) -> {
            assertTrue(count >= 1 && count <= 5);
            steps.addAndGet(count);
            done.run();
          });

  /** Does what the window's thread is asked to do, for some time. */
  private void work(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      Runnable task = ui.poll(Math.max(1, millis / 10), TimeUnit.MILLISECONDS);
      if (task != null) {
        task.run();
      }
    }
  }

  @Test
  void nothingTicksUntilItRunsAndIsSeen() throws InterruptedException {
    pace.runningProperty().set(true);
    work(100);
    assertEquals(0, steps.get());
    pace.show(true);
    work(300);
    assertTrue(steps.get() >= 2, () -> steps + " steps");
    pace.show(false);
    work(100);
    int before = steps.get();
    work(150);
    assertEquals(before, steps.get());
    assertTrue(ui.isEmpty());
  }

  @Test
  void slowMotionWaitsBetweenSteps() throws InterruptedException {
    pace.speedProperty().set(2);
    pace.show(true);
    pace.runningProperty().set(true);
    work(300);
    assertEquals(1, steps.get(), "the first at once, the next after half a second");
  }
}
