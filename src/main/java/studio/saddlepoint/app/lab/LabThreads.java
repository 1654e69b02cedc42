package studio.saddlepoint.app.lab;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.saddlepoint.torch.ThreadPriority;

/** The threads that the lab computes on: they let everything else go first. */
final class LabThreads {
  private LabThreads() {}

  /** A single thread. */
  static ExecutorService one(String name) {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread made =
              new Thread(
                  () -> {
                    ThreadPriority.lower();
                    work.run();
                  },
                  name);
          made.setDaemon(true);
          return made;
        });
  }
}
