package studio.saddlepoint.app.trial;

import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.train.trial.Trial;
import studio.saddlepoint.train.trial.TrialPlan;
import studio.saddlepoint.train.trial.TrialResult;
import studio.saddlepoint.train.trial.TrialWatch;

/** A trial as the window runs it. None of the methods is for the FX thread. */
interface TrialWork {
  /** Makes trials: the way the model reaches the layer below. */
  @FunctionalInterface
  interface Maker {
    /** A trial that is not begun. */
    TrialWork of(Home home, TrialPlan plan);
  }

  /** Trains and measures all. */
  TrialResult run(TrialWatch watch, Progress progress);

  /** Makes a run of the better side. */
  Optional<Path> adopt(TrialResult result, Path root);

  /** Deletes its trainings. */
  void delete();

  /** By the engine. */
  static TrialWork ofEngine(Home home, TrialPlan plan) {
    Trial trial = Trial.ofRemedy(home, plan);
    return new TrialWork() {
      @Override
      public TrialResult run(TrialWatch watch, Progress progress) {
        return trial.watchedBy(watch).run(progress);
      }

      @Override
      public Optional<Path> adopt(TrialResult result, Path root) {
        return trial.adopt(result, root);
      }

      @Override
      public void delete() {
        trial.delete();
      }
    };
  }
}
