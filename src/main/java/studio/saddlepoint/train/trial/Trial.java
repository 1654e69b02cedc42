package studio.saddlepoint.train.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.branch.BranchPoint;
import studio.saddlepoint.run.branch.Branching;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.file.HiddenFolder;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;
import studio.saddlepoint.train.Status;
import studio.saddlepoint.train.Trainer;
import studio.saddlepoint.train.trial.TrialPlan.Side;

/**
 * A trial of other settings: from one checkpoint the run goes on with and without them, several
 * times, with the same number of steps. A pair of trainings has the same seed, so that what they
 * have in common by chance takes itself away in their difference; seeds differ from pair to pair,
 * so that the interval tells of chance.
 *
 * <p>Its trainings are branches in the folder {@code trials} of the run. A trial that was left off
 * goes on where it was when it is run again.
 */
public final class Trial {
  /** The folder of trials in a run folder. */
  public static final String FOLDER = "trials";

  /** Findings that the disk is to blame for, not the settings. */
  private static final Set<String> UNWRITTEN = Set.of("checkpoint", "sheet");

  private static final Duration LOOK = Duration.ofMillis(100);

  /** Share of a training's work that is training; the rest measures. */
  private static final double TRAINING = 0.9;

  private final Home home;
  private final TrialPlan plan;
  private final Scorer scorer;
  private final Author author;
  private final Starter starter;
  private final Path place;
  private TrialWatch watch = TrialWatch.NOBODY;

  /** Measures a training. */
  interface Scorer {
    double fid(RunFolder run, SavedCheckpoint checkpoint, Progress progress);
  }

  /** Begins trainings. */
  private interface Starter {
    Trainer start(RunFolder run, Home home, Consumer<Event> listener);
  }

  /**
   * A trial that a command asks for.
   *
   * @param home whose caches hold data sets and classifiers
   */
  public Trial(Home home, TrialPlan plan) {
    this(home, plan, Author.COMMAND, Trainer::start, measured(home, plan));
  }

  /**
   * A trial of a remedy of the doctor, beside which a person works in a window: its trainings let
   * others go first where processors are short.
   *
   * @param home whose caches hold data sets and classifiers
   */
  public static Trial ofRemedy(Home home, TrialPlan plan) {
    return new Trial(home, plan, Author.DOCTOR, Trainer::startYielding, measured(home, plan));
  }

  private static Scorer measured(Home home, TrialPlan plan) {
    return (run, checkpoint, progress) -> {
      try (Snapshot snapshot = Snapshot.load(run, checkpoint, plan.from().recipe().averages())) {
        EvaluationRequest request =
            new EvaluationRequest(
                plan.extractor(),
                plan.samples(),
                OptionalDouble.empty(),
                Set.of(FidMetric.FID),
                plan.from().recipe().seed(),
                false);
        return new Evaluator(home.caches())
            .evaluate(snapshot, snapshot.recipe().data(), request, progress)
            .values()
            .getOrDefault("fid", Double.NaN);
      }
    };
  }

  Trial(Home home, TrialPlan plan, Scorer scorer) {
    this(home, plan, Author.COMMAND, Trainer::start, scorer);
  }

  private Trial(Home home, TrialPlan plan, Author author, Starter starter, Scorer scorer) {
    this.home = home;
    this.plan = plan;
    this.author = author;
    this.starter = starter;
    this.scorer = scorer;
    this.place = plan.from().run().path().resolve(FOLDER).resolve(plan.name());
  }

  /** Who is told of its trainings from now on; on the thread that runs it. */
  public Trial watchedBy(TrialWatch told) {
    watch = told;
    return this;
  }

  /** Where its trainings lie. */
  public Path place() {
    return place;
  }

  /**
   * Trains and measures both sides for each seed.
   *
   * @param progress told how far it is; where it is cancelled, what is trained so far stays
   * @throws StudioException if a training cannot be made or fails
   */
  public TrialResult run(Progress progress) {
    List<TrialResult.Pair> pairs = new ArrayList<>();
    double all = 2.0 * plan.seeds();
    for (int i = 0; i < plan.seeds(); i++) {
      double without = told(Side.WITHOUT, i, progress.part(2 * i / all, (2 * i + 1) / all));
      double with = told(Side.WITH, i, progress.part((2 * i + 1) / all, (2 * i + 2) / all));
      pairs.add(new TrialResult.Pair(plan.seed(i), without, with));
    }
    return new TrialResult(pairs);
  }

  private double told(Side side, int pair, Progress progress) {
    double fid = outcome(side, pair, progress);
    watch.measured(side, pair, fid);
    return fid;
  }

  private double outcome(Side side, int pair, Progress progress) {
    String title = title(side, plan.seed(pair));
    RunFolder run =
        find(title)
            .map(each -> RunFolder.open(each.folder()))
            .orElseGet(
                () ->
                    Branching.make(
                        place,
                        plan.from(),
                        plan.recipe(side, pair),
                        title,
                        author,
                        progress.part(0, 0)));
    Optional<SavedCheckpoint> end = atEnd(run);
    if (end.isEmpty()) {
      if (!train(run, side, pair, progress.part(0, TRAINING))) {
        return Double.NaN;
      }
      end = atEnd(run);
    }
    if (end.isEmpty()) {
      throw new StudioException(
          English.of("The training %s of %s left no checkpoint at its end.", title, place));
    }
    watch.trained(side, pair, 1);
    return scorer.fid(run, end.get(), progress.part(TRAINING, 1));
  }

  private Optional<SavedCheckpoint> atEnd(RunFolder run) {
    return run.checkpoints().stream()
        .filter(each -> each.step() == plan.end() && !each.best())
        .findFirst();
  }

  private Optional<RunSummary> find(String title) {
    return RunList.of(place).stream()
        .filter(each -> each.title().equals(title) && each.problem().isEmpty())
        .findFirst();
  }

  private static String title(Side side, long seed) {
    return side.word() + ", seed " + seed;
  }

  /** Whether it came to its end; not so where a finding, such as divergence, paused it. */
  private boolean train(RunFolder run, Side side, int pair, Progress progress) {
    String title = title(side, plan.seed(pair));
    AtomicReference<Optional<Event.Found>> found = new AtomicReference<>(Optional.empty());
    Consumer<Event> listener =
        event -> {
          if (event instanceof Event.Found each && each.severity().equals("error")) {
            found.set(Optional.of(each));
          }
        };
    try (Trainer trainer = starter.start(run, home, listener)) {
      boolean paused = false;
      while (!trainer.await(LOOK)) {
        progress.checkCancelled();
        Status status = trainer.status();
        if (status.state() == Trainer.State.PAUSED) {
          paused = true;
          trainer.stop();
        }
        long made = Math.max(0, status.step() - plan.from().checkpoint().step());
        double share = Math.min(1, made / (double) plan.steps());
        watch.trained(side, pair, share);
        progress.report("Training " + title, share);
      }
      Status end = trainer.status();
      if (end.state() == Trainer.State.FAILED) {
        throw new StudioException(title + ": " + end.message());
      }
      found
          .get()
          .filter(each -> UNWRITTEN.contains(each.kind()))
          .ifPresent(
              each -> {
                throw new StudioException(title + ": " + each.what() + " " + each.evidence());
              });
      return !paused;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted.");
    }
  }

  /**
   * Makes a training of the better side a run of its own, a branch of the run: the one with the
   * lowest FID. It has the run's number of steps again, and goes on with them when it is resumed.
   *
   * @param root where runs are kept
   * @return its folder; empty where neither side is better
   * @throws StudioException if it cannot be made there
   */
  public Optional<Path> adopt(TrialResult result, Path root) {
    return result.better().map(side -> adopt(side, result.bestSeed(side), root));
  }

  private Path adopt(Side side, long seed, Path root) {
    String title = title(side, seed);
    RunFolder arm =
        find(title)
            .map(each -> RunFolder.open(each.folder()))
            .orElseThrow(
                () ->
                    new StudioException("The training " + title + " is gone from " + place + "."));
    SavedCheckpoint end =
        atEnd(arm)
            .orElseThrow(
                () -> new StudioException("The training " + title + " has lost its checkpoint."));
    Recipe recipe = side == Side.WITH ? plan.other() : plan.from().recipe();
    return Branching.make(
            root,
            BranchPoint.of(arm, end),
            recipe.with("seed", seed),
            English.of(
                "%s, from step %,d, %s",
                plan.from().run().title(), plan.from().checkpoint().step(), title),
            author,
            arm.origin(),
            Progress.NONE)
        .path();
  }

  /** Deletes its trainings. */
  public void delete() {
    HiddenFolder.delete(place);
    AtomicFile.deleteQuietly(plan.from().run().path().resolve(FOLDER)); // stays where others are
  }
}
