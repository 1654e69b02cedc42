package studio.saddlepoint.app.evaluate.curve;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.model.EvaluateSettings;
import studio.saddlepoint.app.evaluate.model.Kept;
import studio.saddlepoint.app.evaluate.model.Measuring;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.record.CurveRecord;
import studio.saddlepoint.metrics.record.MetricCurveKind;
import studio.saddlepoint.run.RunFolder;

/** Measures curves and keeps them with the run. Knows no controls; for the FX thread. */
public final class CurvesModel {
  private final StudioModel studio;
  private final Measuring measuring;
  private final EvaluateSettings settings;
  private final Map<MetricCurveKind, ReadOnlyObjectWrapper<@Nullable CurveRecord>> curves =
      new EnumMap<>(MetricCurveKind.class);
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<Kept<CurveRecord>>> running =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * No curves yet.
   *
   * @param settings what is asked for
   */
  public CurvesModel(StudioModel studio, Measuring measuring, EvaluateSettings settings) {
    this.studio = studio;
    this.measuring = measuring;
    this.settings = settings;
    for (MetricCurveKind kind : MetricCurveKind.values()) {
      curves.put(kind, new ReadOnlyObjectWrapper<>());
    }
    studio
        .openRunProperty()
        .addListener(
            (p, old, now) -> {
              curves.values().forEach(each -> each.set(null));
              problem.set("");
              load();
            });
    load();
  }

  /** The newest curve of a kind; nothing where none was measured. */
  ReadOnlyObjectProperty<@Nullable CurveRecord> curveProperty(MetricCurveKind kind) {
    return wrapper(kind).getReadOnlyProperty();
  }

  private ReadOnlyObjectWrapper<@Nullable CurveRecord> wrapper(MetricCurveKind kind) {
    ReadOnlyObjectWrapper<@Nullable CurveRecord> found = curves.get(kind);
    if (found == null) {
      throw new IllegalArgumentException(kind.name());
    }
    return found;
  }

  /** The measurement that goes on. */
  ReadOnlyObjectProperty<@Nullable RunningTask<Kept<CurveRecord>>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why the last one failed; empty when it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Measures a curve; what goes wrong is told by {@link #problemProperty()}. */
  public void draw(Subject subject, MetricCurveKind kind) {
    problem.set("");
    EvaluationRequest request;
    try {
      request = settings.request(Set.of(FidMetric.FID));
    } catch (StudioException e) {
      problem.set(Problems.describe(e));
      return;
    }
    Split split = settings.curvesAgainstProperty().get();
    RunFolder folder = subject.run().folder();
    RunningTask<Kept<CurveRecord>> task =
        studio
            .tasks()
            .run(
                Messages.text("curve.task", kind.title()),
                progress ->
                    Kept.of(
                        measuring
                            .draw(subject, kind, split, request, progress)
                            .record(subject.averaged()),
                        curve -> curve.save(folder, kind)));
    running.set(task);
    task.onDone(
            kept -> {
              running.set(null);
              if (subject.run() == studio.openRunProperty().get()) {
                wrapper(kind).set(kept.measured());
                problem.set(kept.problem());
              } else if (!kept.problem().isEmpty()) {
                studio.tell(Notice.problem(kept.problem()));
              }
            })
        .onFailed(
            error -> {
              running.set(null);
              problem.set(Problems.describe(error));
            })
        .onCancelled(() -> running.set(null));
  }

  /** Reads what is kept with the open run, in the background. */
  private void load() {
    OpenRun run = studio.openRunProperty().get();
    if (run == null) {
      return;
    }
    for (MetricCurveKind kind : MetricCurveKind.values()) {
      CompletableFuture.supplyAsync(() -> CurveRecord.load(run.folder(), kind))
          .exceptionally(error -> Optional.empty())
          .thenAcceptAsync(
              found -> {
                if (run == studio.openRunProperty().get() && wrapper(kind).get() == null) {
                  found.ifPresent(wrapper(kind)::set);
                }
              },
              studio.ui());
    }
  }
}
