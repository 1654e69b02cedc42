package studio.saddlepoint.latent.inversion;

import studio.saddlepoint.latent.NoiseMap;

/**
 * What keeps the noise of layers noise while it is looked for (Karras et al. 2020, appendix D): the
 * squared mean product of each pixel with its neighbour, across and down, at all sizes from the
 * layer's own, halved by means of four until at most {@value #SMALLEST} pixels are left on a side.
 * It is small for noise, and large where pixels have been used to draw.
 */
final class NoiseRegularizer {
  /** The weight that the projector gives it. */
  static final double WEIGHT = 1e5;

  private static final int SMALLEST = 8;

  private NoiseRegularizer() {}

  /**
   * The penalty of one picture's noise in one layer.
   *
   * @param map with the noise of N pictures
   * @param picture which, from 0
   * @param gradient to which the gradient by {@code map.values()} is added, so many times
   * @param weight how many times
   */
  static double penalty(NoiseMap map, int picture, float[] gradient, double weight) {
    int from = picture * map.pixels();
    double[] values = new double[map.pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.values()[from + i];
    }
    double[] by = new double[values.length];
    double penalty = penalty(values, map.height(), map.width(), by);
    for (int i = 0; i < by.length; i++) {
      gradient[from + i] += (float) (weight * by[i]);
    }
    return penalty;
  }

  /** The penalty at this size and all smaller ones; adds the gradient. */
  private static double penalty(double[] v, int height, int width, double[] by) {
    double penalty =
        neighbours(v, height, width, 0, 1, by) + neighbours(v, height, width, 1, 0, by);
    if (width <= SMALLEST || height <= SMALLEST) {
      return penalty;
    }
    int high = height / 2;
    int wide = width / 2;
    double[] halved = new double[high * wide];
    for (int i = 0; i < 4 * halved.length; i++) {
      int y = i / (2 * wide);
      int x = i % (2 * wide);
      halved[y / 2 * wide + x / 2] += v[y * width + x] / 4;
    }
    double[] byHalved = new double[halved.length];
    penalty += penalty(halved, high, wide, byHalved);
    for (int i = 0; i < 4 * halved.length; i++) {
      int y = i / (2 * wide);
      int x = i % (2 * wide);
      by[y * width + x] += byHalved[y / 2 * wide + x / 2] / 4;
    }
    return penalty;
  }

  /** The squared mean product with the neighbour at a distance, around the edges. */
  private static double neighbours(
      double[] v, int height, int width, int down, int across, double[] by) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * v[neighbour(i, height, width, down, across)];
    }
    double mean = sum / v.length;
    double factor = 2 * mean / v.length;
    for (int i = 0; i < v.length; i++) {
      int other = neighbour(i, height, width, down, across);
      by[i] += factor * v[other];
      by[other] += factor * v[i];
    }
    return mean * mean;
  }

  private static int neighbour(int i, int height, int width, int down, int across) {
    int y = (i / width + down) % height;
    int x = (i % width + across) % width;
    return y * width + x;
  }

  /** Gives each picture's noise in a layer mean 0 and mean square 1, in place. */
  static void normalize(NoiseMap map) {
    float[] values = map.values();
    for (int from = 0; from < values.length; from += map.pixels()) {
      double mean = 0;
      for (int i = 0; i < map.pixels(); i++) {
        mean += values[from + i] / (double) map.pixels();
      }
      double square = 0;
      for (int i = 0; i < map.pixels(); i++) {
        double centred = values[from + i] - mean;
        square += centred * centred / map.pixels();
      }
      double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      for (int i = 0; i < map.pixels(); i++) {
        values[from + i] = (float) ((values[from + i] - mean) * scale);
      }
    }
  }
}
