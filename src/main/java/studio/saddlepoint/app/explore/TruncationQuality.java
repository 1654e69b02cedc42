package studio.saddlepoint.app.explore;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.Curves;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.RealismJudge;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.record.CurveRecord;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.recipe.DataSettings;

/**
 * Fidelity against diversity beside the slider of truncation: precision and recall at its place,
 * from the curve that was kept of these weights, or measured at the press of a button. Knows no
 * controls; for the FX thread.
 */
final class TruncationQuality {
  private static final Logger LOG = LoggerFactory.getLogger(TruncationQuality.class);

  /** Enough to tell truncations apart, and measured within seconds. */
  private static final int SAMPLES = 1000;

  private final StudioModel studio;
  private final ExploreModel model;
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<?>> running =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private @Nullable Measured measured;

  /**
   * Precision and recall over the truncation.
   *
   * @param of the weights
   */
  private record Measured(Subject of, Curve curve) {}

  TruncationQuality(StudioModel studio, ExploreModel model) {
    this.studio = studio;
    this.model = model;
    model.stateProperty().addListener((p, old, now) -> tell());
    model.subjectProperty().addListener((p, old, now) -> look(now));
    look(model.subjectProperty().get());
  }

  /** Precision and recall in a sentence; empty without a generator. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The measuring that goes on. */
  ReadOnlyObjectProperty<@Nullable RunningTask<?>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Looks whether a curve of the weights was kept. */
  private void look(@Nullable Subject subject) {
    tell();
    OpenRun run = studio.openRunProperty().get();
    if (subject == null || run == null) {
      return;
    }
    CompletableFuture.supplyAsync(() -> CurveRecord.load(run.folder(), MetricCurveKind.TRUNCATION))
        .whenCompleteAsync(
            (found, error) -> {
              if (error != null) {
                LOG.debug("The curve of truncation was not read", error);
              } else if (subject.equals(model.subjectProperty().get())) {
                found
                    .filter(each -> isOf(each, subject))
                    .ifPresent(each -> take(subject, each.curve()));
              }
            },
            studio.ui());
  }

  private static boolean isOf(CurveRecord record, Subject subject) {
    return record.step() == subject.step() && record.averaged() == subject.averaged();
  }

  private void take(Subject of, Curve curve) {
    measured = new Measured(of, curve);
    tell();
  }

  /** Measures precision and recall over the truncation. */
  void measure() {
    Subject of = model.subjectProperty().get();
    Optional<Snapshot> shared = model.share();
    if (of == null || shared.isEmpty() || running.get() != null) {
      shared.ifPresent(Snapshot::close);
      return;
    }
    Snapshot snapshot = shared.get();
    RunningTask<Curve> task =
        studio
            .tasks()
            .run(
                Messages.text("truncation.measuring"),
                progress -> {
                  try (snapshot) {
                    return curve(snapshot, progress);
                  }
                });
    running.set(task);
    task.onDone(
            curve -> {
              running.set(null);
              take(of, curve);
            })
        .onFailed(
            error -> {
              running.set(null);
              studio.tell(Notice.problem(error));
            })
        .onCancelled(() -> running.set(null));
  }

  private Curve curve(Snapshot snapshot, Progress progress) {
    DataSettings data = snapshot.recipe().data();
    DataSet train = DataSets.open(data, Split.TRAIN, studio.home().caches(), progress.part(0, 0));
    EvaluationRequest request =
        new EvaluationRequest(
            RealismJudge.usual(train),
            SAMPLES,
            OptionalDouble.empty(),
            Set.of(PrecisionRecallMetric.PRECISION_RECALL),
            1,
            false);
    return new Curves(studio.home().caches())
        .precisionRecallOverTruncation(snapshot, data, Split.TRAIN, request, progress);
  }

  private void tell() {
    Subject subject = model.subjectProperty().get();
    Measured found = measured;
    if (subject == null) {
      text.set("");
    } else if (found == null || !found.of().equals(subject)) {
      text.set(Messages.text("truncation.unmeasured"));
    } else {
      boolean inW = subject.styledLayers() > 0;
      ExploreState state = model.state();
      CurvePoint none = KeepBestQuality.point(found.curve(), inW ? 1 : Double.POSITIVE_INFINITY);
      CurvePoint near =
          KeepBestQuality.point(found.curve(), inW ? state.inW().psi() : state.threshold());
      text.set(
          near == none
              ? Messages.text(
                  "truncation.quality.none",
                  KeepBestQuality.number(none, 0),
                  KeepBestQuality.number(none, 1))
              : Messages.text(
                  "truncation.quality",
                  MetricCurveKind.TRUNCATION.place(near.x()),
                  KeepBestQuality.number(near, 0),
                  KeepBestQuality.number(near, 1),
                  KeepBestQuality.number(none, 0),
                  KeepBestQuality.number(none, 1)));
    }
  }
}
