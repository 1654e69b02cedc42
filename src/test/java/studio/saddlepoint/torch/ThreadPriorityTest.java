package studio.saddlepoint.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ThreadPriorityTest {
  @Test
  void aThreadAndThoseItStartsYieldAndNoOthersDo() throws InterruptedException {
    AtomicInteger own = new AtomicInteger(-1);
    AtomicInteger started = new AtomicInteger(-1);
    int before = ThreadPriority.nice();
    Thread training =
        new Thread(
            () -> {
              ThreadPriority.lower();
              own.set(ThreadPriority.nice());
              Thread reader = new Thread(() -> started.set(ThreadPriority.nice()));
              reader.start();
              try {
                reader.join();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    training.start();
    training.join();
    assertEquals(Math.max(10, before), own.get());
    assertEquals(own.get(), started.get());
    assertEquals(before, ThreadPriority.nice());
  }
}
