package studio.saddlepoint.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.StepCounts;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
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
  private static final Set<Metric> ALL =
      Set.of(
          FidMetric.FID, PrecisionRecallMetric.PRECISION_RECALL, MemorisationMetric.MEMORISATION);

  private final Home home;
  private final Path runs;
  private final Duration budget;
  private final int samples;
  private final List<ExtractorChoice> extractors;
  private final Split against;

  /**
   * Trials.
   *
   * @param home whose caches hold the data sets' classifiers
   * @param runs where the runs are made; they stay
   * @param budget time of each training on all cores, without its start
   * @param samples pictures that are measured
   */
  public MethodTrial(Home home, Path runs, Duration budget, int samples) {
    this(home, runs, budget, samples, List.of(ClassifierKind.CLASSIFIER.usual()), Split.TRAIN);
  }

  /**
   * Trials that are measured in several ways.
   *
   * @param home whose caches hold extractors and data sets
   * @param runs where the runs are made; they stay
   * @param budget time of each training on all cores, without its start
   * @param samples pictures that are measured
   * @param extractors whose features are compared; the first one's are those of precision, recall
   *     and memorisation
   * @param against the part of the data set that is compared with
   */
  public MethodTrial(
      Home home,
      Path runs,
      Duration budget,
      int samples,
      List<ExtractorChoice> extractors,
      Split against) {
    this.home = home;
    this.runs = runs;
    this.budget = budget;
    this.samples = samples;
    this.extractors = List.copyOf(extractors);
    this.against = against;
  }

  /**
   * What came of a training.
   *
   * @param steps steps made
   * @param generatorMoves moves of the generator in them
   * @param imagesPerSecond real pictures a second of the budget's time, mean
   * @param diverged whether its numbers left all bounds before the time was over
   * @param values {@code fid}, {@code precision}, {@code recall}, {@code memorisation} by the first
   *     extractor, as far as they could be measured
   * @param fids by each extractor
   * @param classAccuracy share of pictures of the class asked for, where conditional
   */
  public record Outcome(
      long steps,
      long generatorMoves,
      double imagesPerSecond,
      boolean diverged,
      Map<String, Double> values,
      List<Double> fids,
      OptionalDouble classAccuracy) {}

  /**
   * Trains and measures.
   *
   * @param recipe what to train; its evaluations on the way are left out
   * @param progress told how far it is
   * @throws StudioException if the recipe and its data set do not fit, or nothing was trained
   */
  public Outcome run(Recipe recipe, Progress progress) {
    Trained trained =
        train(
            recipe,
            (run, listener) -> Trainer.start(run, home, listener),
            (run, event) -> {},
            progress.part(0, 0.8));
    return measured(trained, progress.part(0.8, 1));
  }

  /**
   * A training whose time is over.
   *
   * @param run what it left
   * @param diverged whether its numbers left all bounds before the time was over
   * @param seconds of the budget's time that it had
   */
  public record Trained(RunFolder run, boolean diverged, double seconds) {}

  /**
   * Trains for the budget's time.
   *
   * @param recipe what to train; its evaluations on the way are left out
   * @param starter begins the training of a run, told its listener
   * @param told every event of the run, on the training thread
   * @param progress told how far it is; where it is cancelled, the training ends and stays
   * @throws StudioException if the recipe and its data set do not fit
   */
  public Trained train(
      Recipe recipe,
      BiFunction<RunFolder, Consumer<Event>, Trainer> starter,
      BiConsumer<RunFolder, Event> told,
      Progress progress) {
    RunFolder run = RunFolder.create(runs, recipe.with("training.evaluateEvery", 0L));
    AtomicBoolean diverged = new AtomicBoolean();
    Consumer<Event> listener =
        event -> {
          if (event instanceof Event.Found found && found.severity().equals("error")) {
            diverged.set(true);
          }
          told.accept(run, event);
        };
    double seconds;
    try (Trainer trainer = starter.apply(run, listener)) {
      seconds = follow(trainer, progress);
      Status end = trainer.status();
      if (end.state() == Trainer.State.FAILED) {
        throw new StudioException(recipe.name() + ": " + end.message());
      }
    }
    return new Trained(run, diverged.get(), seconds);
  }

  /**
   * Measures a run's newest weights by the first extractor: FID, precision, recall, memorisation.
   *
   * @param run with a checkpoint
   * @param progress told how far it is
   */
  public EvaluationResult measure(RunFolder run, Progress progress) {
    try (Snapshot snapshot = newest(run)) {
      return measure(snapshot, extractors.get(0), ALL, progress);
    }
  }

  /** Trains until the budget is spent, and tells how long that was in seconds. */
  private double follow(Trainer trainer, Progress progress) {
    try {
      BudgetClock clock = null;
      while (!trainer.await(LOOK)) {
        progress.checkCancelled();
        Status status = trainer.status();
        if (status.step() == 0) {
          progress.report("Starting", 0);
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

  private static Snapshot newest(RunFolder run) {
    Recipe recipe = run.recipe();
    SavedCheckpoint checkpoint =
        run.checkpoints().stream()
            .reduce((a, b) -> a.step() > b.step() ? a : b)
            .orElseThrow(() -> new StudioException(recipe.name() + " left no checkpoint."));
    return Snapshot.load(run, checkpoint, recipe.averages());
  }

  private EvaluationResult measure(
      Snapshot snapshot, ExtractorChoice extractor, Set<Metric> metrics, Progress progress) {
    return new Evaluator(home.caches())
        .evaluate(
            snapshot,
            snapshot.recipe().data(),
            against,
            new EvaluationRequest(extractor, samples, OptionalDouble.empty(), metrics, SEED),
            progress);
  }

  private Outcome measured(Trained trained, Progress progress) {
    Recipe recipe = trained.run().recipe();
    try (Snapshot snapshot = newest(trained.run())) {
      Evaluator evaluator = new Evaluator(home.caches());
      EvaluationResult result = measure(snapshot, extractors.get(0), ALL, progress.part(0, 0.5));
      List<Double> fids = new ArrayList<>();
      fids.add(result.values().getOrDefault("fid", Double.NaN));
      for (ExtractorChoice each : extractors.subList(1, extractors.size())) {
        fids.add(
            measure(snapshot, each, Set.of(FidMetric.FID), progress.part(0.5, 0.9))
                .values()
                .getOrDefault("fid", Double.NaN));
      }
      OptionalDouble accuracy =
          snapshot.recipe().method().needsLabels()
              ? OptionalDouble.of(
                  evaluator.classAccuracy(snapshot, recipe.data(), samples, SEED, progress))
              : OptionalDouble.empty();
      StepCounts counts = StepCounts.NONE.then(recipe, 0, snapshot.step());
      return new Outcome(
          snapshot.step(),
          counts.generatorMoves(),
          counts.imagesSeen() / trained.seconds(),
          trained.diverged(),
          result.values(),
          fids,
          accuracy);
    }
  }
}
