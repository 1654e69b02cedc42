package studio.saddlepoint.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Status;
import studio.saddlepoint.train.Trainer;
import studio.saddlepoint.train.progress.BudgetClock;

/**
 * Trains recipes for a given time each, in a folder of their own, and measures what came out: how
 * methods compare on the same small budget. On a CPU time is that of the process on all cores, not
 * the clock's, so that other work on the machine costs no recipe its budget.
 */
public final class MethodTrial {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final long SEED = 1;

  private final Home home;
  private final Path runs;
  private final Duration budget;
  private final int samples;

  /**
   * Trials.
   *
   * @param home whose caches hold the data sets' classifiers
   * @param runs where the runs are made; they stay
   * @param budget time of each training on all cores, without its start
   * @param samples pictures that are measured
   */
  public MethodTrial(Home home, Path runs, Duration budget, int samples) {
    this.home = home;
    this.runs = runs;
    this.budget = budget;
    this.samples = samples;
  }

  /**
   * What came of a training.
   *
   * @param steps steps made
   * @param generatorMoves moves of the generator in them
   * @param imagesPerSecond real pictures a second of the budget's time, mean
   * @param diverged whether its numbers left all bounds before the time was over
   * @param values {@code fid}, {@code precision}, {@code recall} by the data set's classifier
   * @param classAccuracy share of pictures of the class asked for, where conditional
   */
  public record Outcome(
      long steps,
      long generatorMoves,
      double imagesPerSecond,
      boolean diverged,
      Map<String, Double> values,
      OptionalDouble classAccuracy) {}

  /**
   * Trains and measures.
   *
   * @param recipe what to train; its evaluations on the way are left out
   * @param progress told how far it is
   * @throws StudioException if the recipe and its data set do not fit, or nothing was trained
   */
  public Outcome run(Recipe recipe, Progress progress) {
    RunFolder run = RunFolder.create(runs, recipe.with("training.evaluateEvery", 0L));
    AtomicBoolean diverged = new AtomicBoolean();
    double seconds;
    try (Trainer trainer =
        Trainer.start(
            run,
            home,
            event -> {
              if (event instanceof Event.Found) {
                diverged.set(true);
              }
            })) {
      seconds = follow(trainer, progress.part(0, 0.8));
      Status end = trainer.status();
      if (end.state() == Trainer.State.FAILED) {
        throw new StudioException(recipe.name() + ": " + end.message());
      }
    }
    return measured(run, diverged.get(), seconds, progress.part(0.8, 1));
  }

  /** Trains until the budget is spent, and tells how long that was in seconds. */
  private double follow(Trainer trainer, Progress progress) {
    try {
      BudgetClock clock = null;
      while (!trainer.await(LOOK)) {
        progress.checkCancelled();
        Status status = trainer.status();
        if (status.step() == 0) {
          continue;
        }
        if (clock == null) {
          clock = BudgetClock.start(status.device());
        }
        double share = clock.seconds() / (budget.toNanos() / 1e9);
        progress.report("Training, step " + status.step(), Math.min(1, share));
        if (share >= 1 || status.state() == Trainer.State.PAUSED) {
          trainer.stop();
        }
      }
      return clock == null ? Double.NaN : clock.seconds();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted.");
    }
  }

  private Outcome measured(RunFolder run, boolean diverged, double seconds, Progress progress) {
    Recipe recipe = run.recipe();
    var checkpoint =
        run.checkpoints().stream()
            .reduce((a, b) -> a.step() > b.step() ? a : b)
            .orElseThrow(() -> new StudioException(recipe.name() + " left no checkpoint."));
    boolean averaged = recipe.averages();
    try (Snapshot snapshot = Snapshot.load(run, checkpoint, averaged)) {
      Evaluator evaluator = new Evaluator(home.caches());
      EvaluationResult result =
          evaluator.evaluate(
              snapshot,
              recipe.data(),
              new EvaluationRequest(
                  ClassifierKind.CLASSIFIER.usual(),
                  samples,
                  OptionalDouble.empty(),
                  Set.of(FidMetric.FID, PrecisionRecallMetric.PRECISION_RECALL),
                  SEED),
              progress);
      OptionalDouble accuracy =
          snapshot.latent().conditional()
              ? OptionalDouble.of(
                  evaluator.classAccuracy(snapshot, recipe.data(), samples, SEED, progress))
              : OptionalDouble.empty();
      StepCounts counts = StepCounts.NONE.then(recipe, 0, checkpoint.step());
      return new Outcome(
          checkpoint.step(),
          counts.generatorMoves(),
          counts.imagesSeen() / seconds,
          diverged,
          result.values(),
          accuracy);
    }
  }
}
