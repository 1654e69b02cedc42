package studio.saddlepoint.app.explore;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.CurvePoint;
import studio.saddlepoint.metrics.Curves;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.RealismJudge;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.recipe.DataSettings;

/**
 * The companions of the share of samples that a person keeps: the real pictures that realism is
 * told by, and precision and recall of the share, measured at the press of a button. Knows no
 * controls; for the FX thread.
 */
final class KeepBestQuality implements AutoCloseable {
  /** Enough to tell shares apart, and measured within seconds. */
  private static final int SAMPLES = 1000;

  private final StudioModel studio;
  private final ExploreModel model;
  private final ReadOnlyObjectWrapper<@Nullable Measured> measured = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<?>> running =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private @Nullable RealismJudge judge;
  private @Nullable String judged;

  /**
   * Precision and recall over the share.
   *
   * @param of the weights
   * @param by what told which samples are the best
   */
  private record Measured(Subject of, KeepBest.By by, Curve curve) {}

  KeepBestQuality(StudioModel studio, ExploreModel model) {
    this.studio = studio;
    this.model = model;
    model
        .stateProperty()
        .addListener(
            (p, old, now) -> {
              if (!old.keep().equals(now.keep())) {
                change(now.keep());
              }
            });
    model.subjectProperty().addListener((p, old, now) -> change(model.state().keep()));
    measured.addListener((p, old, now) -> tell());
  }

  /** Precision and recall of the share, in a sentence; empty where nothing is kept. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** What goes on: looking at real pictures, or measuring. */
  ReadOnlyObjectProperty<@Nullable RunningTask<?>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  private void change(Optional<KeepBest> now) {
    if (judge != null && !run().equals(judged)) {
      close();
    }
    if (now.filter(each -> each.by() == KeepBest.By.REALISM).isPresent()) {
      openJudge();
    }
    tell();
  }

  /** Looks at the run's real pictures, once for all its weights. */
  private void openJudge() {
    String run = run();
    if (run.equals(judged) || running.get() != null) {
      return;
    }
    Optional<Snapshot> shared = model.share();
    if (shared.isEmpty()) {
      return;
    }
    Snapshot snapshot = shared.get();
    start(
        studio
            .tasks()
            .run(
                Messages.text("keep.looking"),
                progress -> {
                  try (snapshot) {
                    return RealismJudge.open(
                        snapshot, snapshot.recipe().data(), studio.home().caches(), progress);
                  }
                }),
        opened -> take(opened, run));
  }

  private void take(RealismJudge opened, String run) {
    if (!run.equals(run())) {
      opened.close();
      return;
    }
    RealismJudge before = judge;
    judge = opened;
    judged = run;
    model.rankBy(opened);
    if (before != null) {
      model.afterDrawing(before::close);
    }
  }

  private String run() {
    return studio.openRunProperty().get() == null
        ? ""
        : studio.openRunProperty().get().folder().path().toString();
  }

  /** Measures precision and recall over the share. */
  void measure() {
    KeepBest keep = model.state().keep().orElse(null);
    Subject of = model.subjectProperty().get();
    Optional<Snapshot> shared = model.share();
    if (keep == null || of == null || shared.isEmpty() || running.get() != null) {
      shared.ifPresent(Snapshot::close);
      return;
    }
    Snapshot snapshot = shared.get();
    double threshold = model.state().threshold();
    WTruncation inW = model.state().inW();
    start(
        studio
            .tasks()
            .run(
                Messages.text("keep.measuring"),
                progress -> {
                  try (snapshot;
                      Snapshot truncated = snapshot.truncated(inW)) {
                    return curve(truncated, keep.by(), threshold, progress);
                  }
                }),
        curve -> measured.set(new Measured(of, keep.by(), curve)));
  }

  private Curve curve(Snapshot snapshot, KeepBest.By by, double threshold, Progress progress) {
    Path caches = studio.home().caches();
    DataSettings data = snapshot.recipe().data();
    DataSet train = DataSets.open(data, Split.TRAIN, caches, progress.part(0, 0));
    EvaluationRequest request =
        new EvaluationRequest(
            RealismJudge.usual(train),
            SAMPLES,
            Double.isInfinite(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold),
            Set.of(PrecisionRecallMetric.PRECISION_RECALL),
            1,
            false);
    return new Curves(caches)
        .precisionRecallOverShare(snapshot, data, Split.TRAIN, by, request, progress);
  }

  private <T> void start(RunningTask<T> task, Consumer<T> done) {
    running.set(task);
    task.onDone(
            found -> {
              running.set(null);
              done.accept(found);
            })
        .onFailed(
            error -> {
              running.set(null);
              studio.tell(Notice.problem(error));
            })
        .onCancelled(() -> running.set(null));
  }

  private void tell() {
    KeepBest keep = model.state().keep().orElse(null);
    Measured found = measured.get();
    if (keep == null) {
      text.set("");
    } else if (found == null
        || found.by() != keep.by()
        || !Objects.equals(found.of(), model.subjectProperty().get())) {
      text.set(Messages.text("keep.unmeasured"));
    } else {
      CurvePoint all = point(found.curve(), 1);
      CurvePoint near = point(found.curve(), keep.share());
      text.set(
          Messages.text(
              "keep.measured",
              String.format(Locale.ROOT, "%.0f %%", 100 * near.x()),
              number(near, 0),
              number(near, 1),
              number(all, 0),
              number(all, 1)));
    }
  }

  /** The point of a curve that is nearest to a place, which may be infinite. */
  static CurvePoint point(Curve curve, double place) {
    return curve.points().stream()
        .min(Comparator.comparingDouble(each -> each.x() == place ? 0 : Math.abs(each.x() - place)))
        .orElseThrow();
  }

  /** A value of a point, short. */
  static String number(CurvePoint point, int series) {
    return String.format(Locale.ROOT, "%.2f", point.values()[series]);
  }

  @Override
  public void close() {
    RealismJudge now = judge;
    judge = null;
    judged = null;
    if (now != null) {
      model.rankBy(null);
      model.afterDrawing(now::close);
    }
  }
}
