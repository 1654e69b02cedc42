package studio.saddlepoint.app.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.lab.microscope.LayerInfo;
import studio.saddlepoint.lab.microscope.Microscope;
import studio.saddlepoint.lab.microscope.Side;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.LearntSets;

/** The microscope on a run. Knows no controls; for the FX thread. */
final class MicroscopeModel implements AutoCloseable {
  /** The weights of a training are looked at anew after so long. */
  private static final Duration LIVE_EVERY = Duration.ofSeconds(2);

  private final StudioModel studio;
  private final ExecutorService thread = LabThreads.one("lab-microscope");
  private final LatestTask<MicroscopeShown> looks;
  private final ReadOnlyObjectWrapper<@Nullable MicroscopeShown> shown =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<Opened>> opening =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable ChosenWeights weights;
  private @Nullable MicroscopeState asked;
  private @Nullable Opened opened;
  private boolean seen;
  private boolean closed;

  /** A microscope, another one as its run trains on, and its real pictures. Lab thread. */
  private static final class Opened {
    private final ChosenWeights of;
    private final DataSet data;
    private Microscope microscope;

    Opened(ChosenWeights of, Snapshot snapshot, DataSet data) {
      this.of = of;
      this.data = data;
      microscope = new Microscope(snapshot, data);
    }

    /** Takes the weights of now. */
    void renew() throws Exception {
      Microscope next = new Microscope(of.snapshot(), data);
      microscope.close();
      microscope = next;
    }
  }

  MicroscopeModel(StudioModel studio) {
    this.studio = studio;
    looks = new LatestTask<>(thread, studio.ui());
  }

  /** What was found; nothing before. */
  ReadOnlyObjectProperty<@Nullable MicroscopeShown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What makes a run ready, while it goes on. */
  ReadOnlyObjectProperty<? extends @Nullable RunningTask<?>> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** Why nothing is seen; empty where all is well. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** It can be seen from now on, or not any more. */
  void show(boolean now) {
    seen = now;
    MicroscopeState state = asked;
    if (now && state != null) {
      request(state, true);
    }
  }

  /** Looks at other weights. */
  void use(ChosenWeights other) {
    if (!other.equals(weights)) {
      weights = other;
      open(other);
    }
  }

  private void open(ChosenWeights chosen) {
    cancel();
    problem.set("");
    shown.set(null);
    free();
    Path caches = studio.home().caches();
    RunningTask<Opened> task =
        studio
            .tasks()
            .run(
                Messages.text("lab.run.opening", chosen.title()),
                progress -> open(chosen, caches, progress));
    opening.set(task);
    task.onDone(
            made -> {
              if (closed || opening.get() != task) {
                thread.execute(made.microscope::close);
                return;
              }
              opening.set(null);
              opened = made;
              MicroscopeState state = asked;
              if (state != null) {
                request(state, false);
              }
            })
        .onFailed(error -> stopped(task, Problems.describe(error)))
        .onCancelled(() -> stopped(task, Messages.text("lab.run.cancelled")));
  }

  private void stopped(RunningTask<Opened> task, String why) {
    if (opening.get() == task) {
      opening.set(null);
      problem.set(why);
    }
  }

  private static Opened open(ChosenWeights chosen, Path caches, Progress progress)
      throws Exception {
    Snapshot snapshot = chosen.snapshot();
    try {
      DataSet data = LearntSets.open(snapshot, snapshot.recipe().data(), caches, progress).test();
      return new Opened(chosen, snapshot, data);
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  /** Looks at something. */
  void ask(MicroscopeState state) {
    if (!state.equals(asked)) {
      asked = state;
      request(state, false);
    }
  }

  private void request(MicroscopeState state, boolean anew) {
    Opened now = opened;
    if (now == null) {
      return;
    }
    looks.request(
        () -> {
          if (anew && now.of.live()) {
            now.renew();
          }
          return look(now.microscope, state);
        },
        found -> {
          shown.set(found);
          problem.set("");
          followTraining();
        },
        error -> problem.set(Problems.describe(error)));
  }

  /** While its run trains, what is seen is that of now. */
  private void followTraining() {
    ChosenWeights chosen = weights;
    if (seen && chosen != null && chosen.live()) {
      FxThrottle.later(
          studio.ui(),
          LIVE_EVERY,
          () -> {
            MicroscopeState state = asked;
            if (seen && !closed && chosen.equals(weights) && chosen.live() && state != null) {
              request(state, true);
            }
          });
    }
  }

  private static MicroscopeShown look(Microscope microscope, MicroscopeState state) {
    Side side = microscope.has(state.side()) ? state.side() : Side.GENERATOR;
    List<LayerInfo> layers = microscope.layers(side);
    int index =
        state.seeks()
            ? layers.stream()
                .filter(each -> each.kind() == state.sought())
                .mapToInt(LayerInfo::index)
                .findFirst()
                .orElse(0)
            : state.layer();
    return new MicroscopeShown(
        microscope.step(),
        side,
        state.beside(),
        layers,
        microscope.look(side, index, state.unit(), state.picture()),
        state.beside() == MicroscopeState.Beside.NORM && microscope.hasStatistics()
            ? Optional.of(microscope.sheets())
            : Optional.empty(),
        state.beside() == MicroscopeState.Beside.ENLARGING ? microscope.enlarged() : List.of());
  }

  /** Tries again what failed or was cancelled. */
  void again() {
    ChosenWeights chosen = weights;
    if (chosen != null) {
      open(chosen);
    }
  }

  private void cancel() {
    RunningTask<Opened> running = opening.get();
    opening.set(null);
    if (running != null) {
      running.cancel();
    }
    looks.cancel();
  }

  /** Whatever is computed with it just now is let end before. */
  private void free() {
    Opened before = opened;
    opened = null;
    if (before != null) {
      thread.execute(() -> before.microscope.close());
    }
  }

  @Override
  public void close() {
    cancel();
    free();
    closed = true;
    thread.shutdown();
  }
}
