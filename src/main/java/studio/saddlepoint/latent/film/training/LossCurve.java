package studio.saddlepoint.latent.film.training;

import java.util.Arrays;

/**
 * The losses of a player over a training.
 *
 * @param player its name
 * @param steps ascending
 * @param losses one for each step; only finite ones
 */
public record LossCurve(String player, long[] steps, double[] losses) {
  /** The loss of a step, or of the last one before; NaN where there is none. */
  double at(long step) {
    int found = Arrays.binarySearch(steps, step);
    int place = found >= 0 ? found : -found - 2;
    return place < 0 ? Double.NaN : losses[place];
  }

  /** The same curve, told by few enough points: the mean of each of so many equal parts. */
  LossCurve thinned(long last, int parts) {
    if (steps.length <= parts || last <= 0) {
      return this;
    }
    double[] sums = new double[parts];
    int[] counts = new int[parts];
    for (int i = 0; i < steps.length; i++) {
      int part = (int) Math.min(parts - 1, steps[i] * parts / (last + 1));
      sums[part] += losses[i];
      counts[part]++;
    }
    long[] middles = new long[parts];
    double[] means = new double[parts];
    int found = 0;
    for (int part = 0; part < parts; part++) {
      if (counts[part] > 0) {
        middles[found] = (2L * part + 1) * last / (2L * parts);
        means[found++] = sums[part] / counts[part];
      }
    }
    return new LossCurve(player, Arrays.copyOf(middles, found), Arrays.copyOf(means, found));
  }
}
