package studio.saddlepoint.metrics.feature;

/**
 * The place and the spread of features.
 *
 * @param mean {@code (d)}
 * @param squaredDistance the mean squared distance of two different rows. The sum over all pairs
 *     being N times that of the squared distances to the mean, it is twice the trace of the
 *     covariance that is divided by N - 1
 */
public record Spread(double[] mean, double squaredDistance) {
  /**
   * The root mean square distance of two rows over that of two rows of another set: 1 where both
   * differ as much, 0 where all rows here are equal. Not finite where all others are.
   */
  public double comparedWith(Spread other) {
    return Math.sqrt(squaredDistance / other.squaredDistance);
  }

  /**
   * The distance of the means over the root mean square distance of the other set's rows to their
   * own mean. Not finite where all of those are equal.
   */
  public double awayFrom(Spread other) {
    double squared = 0;
    for (int i = 0; i < mean.length; i++) {
      double difference = mean[i] - other.mean[i];
      squared += difference * difference;
    }
    return Math.sqrt(squared / (other.squaredDistance / 2));
  }
}
