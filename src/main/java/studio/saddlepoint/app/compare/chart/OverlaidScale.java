package studio.saddlepoint.app.compare.chart;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.XScale;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.app.compare.model.Places;

/**
 * The horizontal axis that the charts of several runs share. What the charts take for steps are
 * small parts of its unit, for they count in whole steps.
 *
 * @param axis what it is an axis of
 * @param parts of its unit
 * @param end where the longest run ends, in parts
 * @param x where parts lie
 */
record OverlaidScale(XAxis axis, double parts, double end, XScale x) {
  private static final double FINE = 1000;

  /** Before anything is known, an axis has a length, too. */
  private static final double LEAST = 10;

  /** Of runs; those whose places are not known are left out. */
  static OverlaidScale of(List<ComparedRun> runs, XAxis axis) {
    double parts = axis == XAxis.EPOCH || axis == XAxis.TIME ? FINE : 1;
    double last =
        runs.stream()
            .flatMap(run -> run.places(axis).stream().map(each -> each.at(run.lastStep())))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    double end = Math.max(LEAST, parts * last);
    XScale x =
        axis == XAxis.STEP
            ? XScale.STEPS
            : XScale.of(axis, new double[] {end}, new double[] {end / parts});
    return new OverlaidScale(axis, parts, end, x);
  }

  /** Where a run's steps lie; empty where that is not known. */
  Optional<Places> places(ComparedRun run) {
    return run.places(axis);
  }

  /** The step of a run at a place of the axis. */
  double step(Places places, double part) {
    return places.step(part / parts);
  }
}
