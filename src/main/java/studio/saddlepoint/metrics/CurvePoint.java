package studio.saddlepoint.metrics;

import java.util.List;
import studio.saddlepoint.metrics.metric.Warning;

/**
 * A point of a {@link Curve}.
 *
 * @param x the setting; infinite for no truncation
 * @param values one for each series; NaN where one could not be measured
 * @param warnings what to bear in mind of these values
 */
public record CurvePoint(double x, double[] values, List<Warning> warnings) {
  /** Copies the warnings. */
  public CurvePoint {
    warnings = List.copyOf(warnings);
  }
}
