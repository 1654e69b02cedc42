package studio.saddlepoint.core;

/**
 * The weights of resampling by a triangle (bilinear, which averages where it makes smaller), along
 * one side: for each target pixel the first source pixel and the weights from there, of sum 1.
 *
 * @param first (to)
 * @param weights (to), as many as source pixels have a part in it
 */
@SuppressWarnings("ArrayRecordComponent") // tables, never compared
public record TriangleTaps(int[] first, float[][] weights) {
  /**
   * The weights from one side's length to another's.
   *
   * @param from pixels of the source
   * @param to pixels of the target
   */
  public static TriangleTaps of(int from, int to) {
    int[] first = new int[to];
    float[][] weights = new float[to][];
    double ratio = (double) from / to;
    double reach = Math.max(1, ratio);
    for (int i = 0; i < to; i++) {
      double middle = (i + 0.5) * ratio;
      int low = Math.max(0, (int) Math.floor(middle - reach + 0.5));
      int high = Math.min(from, (int) Math.floor(middle + reach + 0.5));
      first[i] = low;
      weights[i] = new float[high - low];
      double sum = 0;
      for (int k = low; k < high; k++) {
        sum += triangle((k + 0.5 - middle) / reach);
      }
      for (int k = low; k < high; k++) {
        weights[i][k - low] = (float) (triangle((k + 0.5 - middle) / reach) / sum);
      }
    }
    return new TriangleTaps(first, weights);
  }

  private static double triangle(double at) {
    return Math.max(0, 1 - Math.abs(at));
  }
}
