package studio.saddlepoint.metrics;

import java.util.List;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Values over a setting, to be drawn as lines.
 *
 * @param title what it shows and how it was made
 * @param settings how it was made, as {@link MetricProtocol} names them, without what x is; none
 *     for curves of earlier versions
 * @param xLabel what x is
 * @param series names of the values, as in {@link EvaluationResult#values}
 * @param points by ascending x, each with a value for each series
 * @param warnings what to bear in mind of the whole and of where the points lead to; each point has
 *     its own
 */
public record Curve(
    String title,
    ScoreSettings settings,
    String xLabel,
    List<String> series,
    List<CurvePoint> points,
    List<Warning> warnings) {
  /** Refuses points with another number of values. */
  public Curve {
    series = List.copyOf(series);
    points = List.copyOf(points);
    warnings = List.copyOf(warnings);
    for (CurvePoint point : points) {
      if (point.values().length != series.size()) {
        throw new IllegalArgumentException(
            point.values().length + " values for " + series.size() + " series");
      }
    }
  }

  /** The same with a warning more, the first of them. */
  Curve warned(Warning warning) {
    return new Curve(
        title,
        settings,
        xLabel,
        series,
        points,
        Stream.concat(Stream.of(warning), warnings.stream()).toList());
  }
}
