package studio.saddlepoint.app;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trainings that were begun in this program, to be ended with a checkpoint when it ends: by its
 * window, or by a signal. Then the FX thread may be gone already, so all methods are for any
 * thread.
 */
final class BegunTrainings {
  /** The longest wait for the last checkpoints, as the commands wait at Ctrl-C. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Set<Training> begun = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  /** One more is begun; where the program is just ending, it is stopped at once. */
  void add(Training training) {
    begun.add(training);
    if (ending) {
      training.stop();
    }
  }

  /** One has ended. */
  void remove(Training training) {
    begun.remove(training);
  }

  /** Stops all after the step being made, and waits until their last checkpoints are written. */
  void end() {
    ending = true;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    begun.forEach(Training::stop);
    for (Training each : begun) {
      each.await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }
}
