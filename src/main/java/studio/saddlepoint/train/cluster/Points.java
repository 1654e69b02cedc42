package studio.saddlepoint.train.cluster;

/**
 * Points in a space of features.
 *
 * @param values {@code (N, D)}, rows first; not to be changed
 * @param dimension D, at least 1
 */
record Points(float[] values, int dimension) {
  /** Numbers between two looks at the bound of a distance. */
  private static final int STRIDE = 32;

  /** How many there are, N. */
  int count() {
    return values.length / dimension;
  }

  /**
   * The squared distance to a row of other points; where it is larger than a bound, anything from
   * that on.
   */
  double squaredDistance(int point, Points others, int other, double bound) {
    int a = point * dimension;
    int b = other * dimension;
    double sum = 0;
    for (int from = 0; from < dimension && sum <= bound; from += STRIDE) {
      int to = Math.min(dimension, from + STRIDE);
      for (int i = from; i < to; i++) {
        double difference = values[a + i] - others.values[b + i];
        sum += difference * difference;
      }
    }
    return sum;
  }

  /** The row of some centres that a point is nearest to; the first of equals. */
  int nearest(int point, Points centres) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centres.count(); i++) {
      double distance = squaredDistance(point, centres, i, least);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** The nearest centre of each point, {@code (N)}. */
  int[] nearest(Points centres) {
    int[] found = new int[count()];
    for (int i = 0; i < found.length; i++) {
      found[i] = nearest(i, centres);
    }
    return found;
  }

  /** The same points, of which {@code order[i]} is the i-th. */
  Points inOrder(int[] order) {
    float[] ordered = new float[order.length * dimension];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(values, order[i] * dimension, ordered, i * dimension, dimension);
    }
    return new Points(ordered, dimension);
  }
}
