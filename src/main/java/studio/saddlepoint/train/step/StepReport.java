package studio.saddlepoint.train.step;

import java.util.Map;

/**
 * The numbers that a step tells.
 *
 * @param values by key, such as {@code loss.generator}; NaN where something went wrong
 */
public record StepReport(Map<String, Double> values) {}
