package studio.saddlepoint.metrics;

import java.util.List;

/**
 * Values over a setting, to be drawn as lines.
 *
 * @param title what it shows and how it was made
 * @param xLabel what x is
 * @param series names of the values, as in {@link EvaluationResult#values}
 * @param points by ascending x, each with a value for each series
 */
public record Curve(String title, String xLabel, List<String> series, List<CurvePoint> points) {
    /** Refuses points with another number of values. */
    public Curve {
        series = List.copyOf(series);
        points = List.copyOf(points);
        for (CurvePoint point : points) {
            if (point.values().length != series.size()) {
                throw new IllegalArgumentException(
                        point.values().length + " values for " + series.size() + " series");
            }
        }
    }
}
