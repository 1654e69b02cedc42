package studio.saddlepoint.latent.direction;

import java.util.Arrays;

/** The same step for many codes. */
final class Offsets {
  private Offsets() {}

  /**
   * Steps along a direction.
   *
   * @param units in deviations of codes
   * @param count how many
   * @return {@code (N, D)}
   */
  static float[][] along(Direction direction, double units, int count) {
    float[] step = new float[direction.vector().size()];
    for (int i = 0; i < step.length; i++) {
      step[i] = (float) (units * direction.deviation() * direction.vector().get(i));
    }
    float[][] all = new float[count][];
    Arrays.fill(all, step);
    return all;
  }
}
