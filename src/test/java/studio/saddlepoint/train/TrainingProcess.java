package studio.saddlepoint.train;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** Trains a run in a process of its own, to be killed. */
final class TrainingProcess {
  private TrainingProcess() {}

  /** What the batch size becomes. */
  static final int LATER_BATCH = 6;

  /**
   * Trains until it is killed.
   *
   * @param args the run folder, and the step after which the batch size changes
   */
  public static void main(String[] args) throws InterruptedException {
    start(RunFolder.open(Path.of(args[0])), Long.parseLong(args[1])).await(Duration.ofHours(1));
  }

  /** Begins to train; the batch size changes after a step, where it comes to that. */
  static Trainer start(RunFolder run, long change) {
    AtomicReference<Trainer> begun = new AtomicReference<>();
    Trainer trainer =
        Trainer.start(
            run,
            Home.ofEnvironment(),
            event -> {
              if (event instanceof Event.Scalars && event.step() == change) {
                begun.get().change("training.batchSize", LATER_BATCH);
              }
            });
    begun.set(trainer);
    return trainer;
  }
}
