package studio.saddlepoint.lab.microscope;

/** Units that an activation lets no gradient through, whatever they are shown. */
final class DeadUnits {
  private DeadUnits() {}

  /**
   * The share of an activation's units that are flat at each example: a little more of what enters
   * changes nothing, such as below 0 of ReLU.
   *
   * @param outputs (N, units), one example after the other
   * @param moved the same of inputs that are a little larger
   * @param examples N
   */
  static double share(float[] outputs, float[] moved, int examples) {
    int units = outputs.length / examples;
    int dead = 0;
    for (int u = 0; u < units; u++) {
      boolean flat = true;
      for (int n = 0; n < examples && flat; n++) {
        flat = outputs[n * units + u] == moved[n * units + u];
      }
      dead += flat ? 1 : 0;
    }
    return (double) dead / units;
  }
}
