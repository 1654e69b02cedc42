package studio.saddlepoint.metrics;

/**
 * A point of a {@link Curve}.
 *
 * @param x the setting; infinite for no truncation
 * @param values one for each series; NaN where one could not be measured
 */
public record CurvePoint(double x, double[] values) {}
