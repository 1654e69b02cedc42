package studio.saddlepoint.app.compare.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.chart.spec.Quantity;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.app.compare.model.Places;
import studio.saddlepoint.app.compare.model.SharedQuantities;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.Series;

/**
 * A run's curve in a chart.
 *
 * @param run whose
 * @param key its own name of the quantity
 * @param places where its steps lie
 */
record OverlaidLine(ComparedRun run, String key, Places places) {
  /** The curves of a chart: of all runs that are looked at and tell the quantity. */
  static List<OverlaidLine> of(CompareModel model, Quantity quantity, OverlaidScale scale) {
    List<OverlaidLine> lines = new ArrayList<>();
    for (ComparedRun run : model.shown()) {
      Optional<String> key = SharedQuantities.key(run, quantity.key(), model.state());
      Optional<Places> places = scale.places(run);
      if (key.isPresent() && places.isPresent()) {
        lines.add(new OverlaidLine(run, key.get(), places.get()));
      }
    }
    return lines;
  }

  /** The runs that tell the quantity, but not where its steps lie on the axis. */
  static List<ComparedRun> leftOut(CompareModel model, Quantity quantity, OverlaidScale scale) {
    return model.shown().stream()
        .filter(
            run ->
                SharedQuantities.key(run, quantity.key(), model.state()).isPresent()
                    && scale.places(run).isEmpty()
                    && !run.loading())
        .toList();
  }

  private Series series() {
    return run.series(key).orElseThrow();
  }

  /** Its points between two places, where they lie. */
  Points points(OverlaidScale scale, double from, double to, int columns) {
    Points told = run.points(key, scale.step(places, from), scale.step(places, to), columns);
    return places.moved(told, scale.parts());
  }

  /** The place of its best value; NaN where no way is better, or there is hardly anything. */
  double best(OverlaidScale scale, Optional<Direction> better) {
    Points all = series().points();
    if (better.isEmpty() || all.size() < 2) {
      return Double.NaN;
    }
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      boolean lower = all.means()[i] < all.means()[best];
      boolean higher = all.means()[i] > all.means()[best];
      best = (better.get() == Direction.LOWER ? lower : higher) ? i : best;
    }
    return scale.parts() * places.at(all.steps()[best]);
  }

  /** Its value at a place; the newest where that is NaN. */
  double value(OverlaidScale scale, double part) {
    return Double.isNaN(part) ? series().last() : series().at(scale.step(places, part));
  }

  /** Values that cannot be drawn. */
  long lost() {
    return series().nonFinite();
  }

  /** Its smallest value. */
  double least() {
    return series().least();
  }
}
