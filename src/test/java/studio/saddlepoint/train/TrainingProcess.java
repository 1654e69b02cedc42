package studio.saddlepoint.train;

import java.nio.file.Path;
import java.time.Duration;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.RunFolder;

/** Trains a run in a process of its own, to be killed. */
final class TrainingProcess {
  private TrainingProcess() {}

  /**
   * Trains until it is killed.
   *
   * @param args the run folder
   */
  public static void main(String[] args) throws InterruptedException {
    RunFolder run = RunFolder.open(Path.of(args[0]));
    Trainer trainer = Trainer.start(run, Home.ofEnvironment(), event -> {});
    trainer.await(Duration.ofHours(1));
  }
}
