package studio.saddlepoint.train.diagnosis;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One of the numbers that the steps of a training tell.
 *
 * @param recent its newest values, oldest first; not to be changed
 * @param pieces its means over pieces of equal length from the first step on; not to be changed
 */
public record Trace(double[] recent, double[] pieces) {
  /** The median of the newest values; empty where there are none, or one is not a number. */
  public OptionalDouble median() {
    return median(recent);
  }

  /** The largest mean of a piece that is not among the newest values; empty with one piece. */
  public OptionalDouble highest() {
    return pieces.length < 2
        ? OptionalDouble.empty()
        : Arrays.stream(pieces, 0, pieces.length - 1).filter(Double::isFinite).max();
  }

  /**
   * The median of values.
   *
   * @return empty where there are none, or one is not a number
   */
  static OptionalDouble median(double[] values) {
    if (values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN)) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}
