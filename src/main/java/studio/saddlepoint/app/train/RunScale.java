package studio.saddlepoint.app.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.XScale;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.curve.Series;
import studio.saddlepoint.run.event.CountedSteps;
import studio.saddlepoint.run.event.Event;

/** Keeps the horizontal scale of all charts that of the open run. For the FX thread. */
final class RunScale {
  /** Points of a scale; between them it is straight. */
  private static final int KNOTS = 512;

  /** Images are counted this much ahead, so that they need not be counted at every step. */
  private static final double AHEAD = 1.25;

  private final ChartSettings settings;
  private final Painter painter;
  private final Executor ui;
  private @Nullable Counted counted;

  /** What images were counted of. */
  private record Counted(OpenRun run, XAxis axis, List<Event.Changed> changes, double until) {
    boolean holds(OpenRun now, XAxis shown, List<Event.Changed> made, long lastStep) {
      return now == run && shown == axis && made.equals(changes) && lastStep <= until;
    }
  }

  RunScale(ChartSettings settings, Painter painter, Executor ui) {
    this.settings = settings;
    this.painter = painter;
    this.ui = ui;
  }

  /**
   * Follows a run.
   *
   * @param axis what a person wants to see charts over
   */
  void follow(@Nullable OpenRun run, XAxis axis) {
    if (run == null || axis == XAxis.STEP) {
      counted = null;
      settings.scaleProperty().set(XScale.STEPS);
    } else if (axis == XAxis.TIME) {
      counted = null;
      settings.scaleProperty().set(time(run));
    } else {
      count(run, axis);
    }
  }

  private static XScale time(OpenRun run) {
    Optional<Series> trained = run.history().series(RunCurves.TRAINED);
    if (trained.isEmpty() || trained.get().isEmpty()) {
      return XScale.of(XAxis.TIME, new double[0], new double[0]);
    }
    Points points =
        trained.get().view(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 4 * KNOTS);
    int size = points.size();
    double[] steps = Arrays.copyOf(points.steps(), size + 1);
    double[] seconds = Arrays.copyOf(points.lows(), size + 1);
    steps[size] = run.history().lastStep();
    seconds[size] = trained.get().last();
    return XScale.of(XAxis.TIME, steps, seconds);
  }

  /** Counts images in the background; a batch size with a schedule takes a while. */
  private void count(OpenRun run, XAxis axis) {
    List<Event.Changed> changes = List.copyOf(run.history().marks());
    long last = Math.max(KNOTS, run.history().lastStep());
    if (counted != null && counted.holds(run, axis, changes, run.history().lastStep())) {
      return;
    }
    Counted now = new Counted(run, axis, changes, AHEAD * last);
    counted = now;
    RunFolder folder = run.folder();
    Recipe recipe = folder.recipe();
    painter.execute(
        () -> {
          double[] steps = new double[KNOTS];
          Arrays.setAll(steps, i -> Math.rint((i + 1) * now.until() / KNOTS));
          double[] places = CountedSteps.images(recipe, changes, steps);
          Optional<LearntData> data =
              axis == XAxis.EPOCH ? LearntData.of(folder) : Optional.empty();
          double size = data.map(each -> (double) each.data().count()).orElse(1.0);
          Arrays.setAll(places, i -> places[i] / size);
          XAxis told = size > 1 ? XAxis.EPOCH : XAxis.IMAGES;
          XScale scale = XScale.of(told, steps, places);
          ui.execute(
              () -> {
                if (counted == now) {
                  settings.scaleProperty().set(scale);
                }
              });
        });
  }
}
