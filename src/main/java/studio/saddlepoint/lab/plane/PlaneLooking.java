package studio.saddlepoint.lab.plane;

import java.util.SplittableRandom;

/** The places and codes at which a training is always looked at, so that looks can be compared. */
final class PlaneLooking {
  /** Side of the map of what the discriminator says. */
  static final int SIDE = 36;

  /** Lines of the grid of codes each way. */
  static final int LINES = 13;

  private static final int POINTS = 200;
  private static final double CODES = 2;

  private final float[] codes;
  private final float[] grid;
  private final float[] places;
  private final long seedOfReal;

  /**
   * Places and codes.
   *
   * @param random where codes and the real points beside them come from
   */
  PlaneLooking(SplittableRandom random) {
    codes = normals(random.split(), POINTS * PlaneTraining.LATENT);
    seedOfReal = random.nextLong();
    grid = square(LINES, CODES);
    places = square(SIDE, PlaneLook.REACH);
  }

  /** Standard normal numbers. */
  static float[] normals(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] square(int side, double reach) {
    float[] values = new float[2 * side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int at = 2 * (row * side + column);
        values[at] = (float) (reach * (2.0 * column / (side - 1) - 1));
        values[at + 1] = (float) (reach * (2.0 * row / (side - 1) - 1));
      }
    }
    return values;
  }

  /** Codes of the generated points. */
  float[] codes() {
    return codes;
  }

  /** Codes of the grid's crossings. */
  float[] grid() {
    return grid;
  }

  /** Places of the discriminator's map. */
  float[] places() {
    return places;
  }

  /** Real points, as many as generated ones: the same ones at each look at the same data. */
  float[] real(PlaneData data) {
    return data.sample(new SplittableRandom(seedOfReal), POINTS);
  }
}
