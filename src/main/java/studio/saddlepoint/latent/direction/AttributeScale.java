package studio.saddlepoint.latent.direction;

import java.util.Arrays;

/**
 * How much each attribute varies from picture to picture: what one is a lot of another is little
 * of.
 *
 * @param deviation of what a judge tells, {@code (K)}; 1 where an attribute does not vary
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record AttributeScale(double[] deviation) {
  /** What varies less is taken for what does not vary. */
  private static final double LEAST = 1e-9;

  /**
   * That of what was told.
   *
   * @param told of many pictures, {@code (N, K)}
   */
  public static AttributeScale of(double[][] told) {
    double[] deviation = new double[told[0].length];
    Arrays.setAll(
        deviation,
        k -> {
          double mean = Arrays.stream(told).mapToDouble(each -> each[k]).average().orElse(0);
          double variance =
              Arrays.stream(told)
                  .mapToDouble(each -> (each[k] - mean) * (each[k] - mean))
                  .average()
                  .orElse(0);
          return Math.sqrt(variance) > LEAST ? Math.sqrt(variance) : 1;
        });
    return new AttributeScale(deviation);
  }
}
