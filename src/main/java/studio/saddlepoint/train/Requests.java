package studio.saddlepoint.train;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Work that others ask of the training thread, done between two steps in the order it came. */
final class Requests {
  private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private final Semaphore wake = new Semaphore(0);

  /** Asks for work; from any thread. */
  void add(Runnable work) {
    asked.add(work);
    wake.release();
  }

  /** Does what is asked for, on this thread. */
  void run() {
    Runnable next = asked.poll();
    while (next != null) {
      next.run();
      next = asked.poll();
    }
  }

  /** Waits until something is asked for, or was since the last time. */
  void await() {
    wake.acquireUninterruptibly();
    wake.drainPermits();
  }
}
