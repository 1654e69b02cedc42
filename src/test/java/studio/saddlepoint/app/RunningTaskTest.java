package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningTaskTest {
  private final AtomicLong now = new AtomicLong();
  private final RunningTask<Boolean> task = new RunningTask<>("Reading", Runnable::run, now::get);

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  /** Else large steps of progress make the time left seem longer than it is, to the end. */
  @Test
  void whoHearsOfProgressHearsOfTheTimeLeftByIt() {
    BlockingQueue<Long> told = new LinkedBlockingQueue<>();
    task.progressProperty()
        .addListener(
            (property, old, done) ->
                told.add(task.remaining().map(Duration::toSeconds).orElse(-1L)));
    task.execute(
        progress -> {
          pass(3);
          progress.report("Reading", 0.1);
          long first = told.take();
          pass(3);
          progress.report("Reading", 0.2);
          assertEquals(List.of(27L, 24L), List.of(first, told.take()));
          return true;
        });
    assertEquals(RunningTask.State.DONE, task.stateProperty().get(), task.messageProperty().get());
  }
}
