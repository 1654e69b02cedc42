package studio.saddlepoint.lab.microscope;

/** Units that say the same of whatever they are shown: no gradient gets through them. */
final class DeadUnits {
  private DeadUnits() {}

  /**
   * The share of a layer's units whose output is the same for the whole batch, such as 0 behind
   * ReLU.
   *
   * @param outputs (N, units), one example after the other
   * @param examples N, at least 2
   */
  static double share(float[] outputs, int examples) {
    int units = outputs.length / examples;
    int dead = 0;
    for (int u = 0; u < units; u++) {
      boolean same = true;
      for (int n = 1; n < examples && same; n++) {
        same = outputs[n * units + u] == outputs[u];
      }
      dead += same ? 1 : 0;
    }
    return (double) dead / units;
  }
}
