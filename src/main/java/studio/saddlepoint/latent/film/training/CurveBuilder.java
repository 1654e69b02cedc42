package studio.saddlepoint.latent.film.training;

import java.util.Arrays;

/** Takes the losses of a player as a log tells them. */
final class CurveBuilder {
  private final String player;
  private long[] steps = new long[1024];
  private double[] losses = new double[1024];
  private int count;

  CurveBuilder(String player) {
    this.player = player;
  }

  void add(long step, double loss) {
    if (!Double.isFinite(loss)) {
      return; // there is no place for it in a chart
    }
    if (count == steps.length) {
      steps = Arrays.copyOf(steps, 2 * count);
      losses = Arrays.copyOf(losses, 2 * count);
    }
    steps[count] = step;
    losses[count++] = loss;
  }

  /** The steps after this one were lost, and are told again. */
  void back(long step) {
    while (count > 0 && steps[count - 1] > step) {
      count--;
    }
  }

  LossCurve curve() {
    return new LossCurve(player, Arrays.copyOf(steps, count), Arrays.copyOf(losses, count));
  }
}
