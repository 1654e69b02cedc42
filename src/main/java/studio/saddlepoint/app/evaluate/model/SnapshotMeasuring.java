package studio.saddlepoint.app.evaluate.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.ComparisonResult;
import studio.saddlepoint.metrics.Comparisons;
import studio.saddlepoint.metrics.Curves;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.EvaluationWork;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.PlannedEvaluation;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.SpeedTrial;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.metrics.pace.Paces;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.recipe.DataSettings;

/** Measures with the program's own evaluator. */
public final class SnapshotMeasuring implements Measuring {
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(3);

  private final Home home;
  private final Paces paces;
  private final Evaluator evaluator;
  private final Curves curves;
  private final Comparisons comparisons;

  /**
   * Measures with what is kept in the program's folders.
   *
   * @param paces how fast this computer is; asked, and told
   */
  public SnapshotMeasuring(Home home, Paces paces) {
    this.home = home;
    this.paces = paces;
    evaluator = new Evaluator(home.caches(), paces);
    curves = new Curves(home.caches());
    comparisons = new Comparisons(home.caches());
  }

  /** Where the images have to be prepared first, that is left to the measuring. */
  @Override
  public Optional<Situation> situation(OpenRun run) {
    try {
      return Optional.of(
          Situation.of(run.folder().recipe(), home.caches(), new Brief(LONGEST_LOOK)));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /** Ends work that takes longer. */
  private static final class Brief implements Progress {
    private final long end;

    Brief(Duration longest) {
      end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public void report(String stage, double fraction) {}

    @Override
    public boolean cancelled() {
      return System.nanoTime() - end > 0;
    }
  }

  @Override
  public void tryOut(Subject subject, Progress progress) throws Exception {
    try (Snapshot snapshot = open(subject, progress)) {
      SpeedTrial.run(snapshot, home.caches(), paces, progress);
    }
  }

  @Override
  public Measured measure(
      Subject subject, List<EvaluationRequest> requests, RealChoice real, Progress progress)
      throws Exception {
    progress.report(Messages.text("evaluate.loading"), Double.NaN);
    try (Snapshot snapshot = open(subject, progress)) {
      DataSettings data = subject.run().folder().recipe().data();
      List<EvaluationResult> results =
          PlannedEvaluation.of(
                  requests, (request, part) -> measured(snapshot, data, request, real, part))
              .run(each -> EvaluationWork.guess(snapshot, each, paces), progress);
      return new Measured(snapshot.step(), results);
    }
  }

  private EvaluationResult measured(
      Snapshot snapshot,
      DataSettings data,
      EvaluationRequest request,
      RealChoice real,
      Progress progress) {
    if (real instanceof RealChoice.Other other) {
      return compare(snapshot, data.size(), request, other.real(), progress);
    }
    Split split = real instanceof RealChoice.Own own ? own.split() : Split.TRAIN;
    return evaluator.evaluate(snapshot, data, split, request, progress);
  }

  private EvaluationResult compare(
      Snapshot snapshot,
      int size,
      EvaluationRequest request,
      Comparison.Real real,
      Progress progress) {
    ComparisonResult found =
        comparisons.run(
            new Comparison(
                real,
                Optional.of(
                    new Comparison.Samples(
                        snapshot,
                        request.samples(),
                        request.truncation(),
                        request.keep(),
                        request.seed())),
                request.extractor(),
                request.metrics(),
                OptionalInt.of(size),
                Optional.empty()),
            progress);
    EvaluationResult result = found.evaluation().orElseThrow();
    if (found.leftOut().isEmpty()) {
      return result;
    }
    List<Warning> warnings = new ArrayList<>(result.warnings());
    warnings.add(
        new Warning(
            Messages.text(
                "evaluate.against.leftOut", found.leftOut().size(), found.leftOut().get(0))));
    return new EvaluationResult(
        result.values(),
        result.intervals(),
        result.classes(),
        result.neighbours(),
        result.realism(),
        result.how(),
        result.took(),
        warnings,
        result.reasons());
  }

  @Override
  public Drawn draw(
      Subject subject,
      MetricCurveKind kind,
      Split against,
      EvaluationRequest request,
      Progress progress)
      throws Exception {
    progress.report(Messages.text("evaluate.loading"), Double.NaN);
    try (Snapshot snapshot = open(subject, progress)) {
      DataSettings data = subject.run().folder().recipe().data();
      return new Drawn(
          snapshot.step(),
          switch (kind) {
            case TRUNCATION ->
                curves.precisionRecallOverTruncation(snapshot, data, against, request, progress);
            case SHARE ->
                curves.precisionRecallOverShare(
                    snapshot,
                    data,
                    against,
                    request.keep().map(KeepBest::by).orElse(KeepBest.By.DISCRIMINATOR),
                    request,
                    progress);
            case SAMPLES -> curves.fidAgainstN(snapshot, data, against, request, progress);
          });
    }
  }

  /**
   * Loads weights: of a checkpoint, or live ones when the training hands them over; truncated in w
   * where that is asked for.
   */
  public static Snapshot open(Subject subject, Progress progress) throws Exception {
    try (Snapshot whole = whole(subject, progress)) {
      return whole.truncated(subject.inW());
    }
  }

  private static Snapshot whole(Subject subject, Progress progress) throws Exception {
    if (subject.choice() instanceof SnapshotChoice.Saved saved) {
      return Snapshot.load(subject.run().folder(), saved.checkpoint(), subject.averaged());
    }
    Training training =
        subject
            .run()
            .training()
            .orElseThrow(() -> new StudioException(Messages.text("snapshot.ended")));
    CompletableFuture<Snapshot> live = training.snapshot(subject.averaged());
    while (true) {
      try {
        return live.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          live.thenAccept(Snapshot::close);
          progress.checkCancelled();
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }
}
