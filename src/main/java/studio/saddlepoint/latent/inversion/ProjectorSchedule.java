package studio.saddlepoint.latent.inversion;

/**
 * The learning rate and the noise of codes over the steps of StyleGAN2's projector (Karras et al.
 * 2020, "Analyzing and Improving the Image Quality of StyleGAN", appendix D): the rate rises
 * linearly in the first twentieth and falls along a cosine in the last quarter; noise on the codes
 * falls to none in the first three quarters.
 *
 * @param steps in all
 * @param learningRate the largest
 */
record ProjectorSchedule(int steps, double learningRate) {
  private static final double RAMP_UP = 0.05;
  private static final double RAMP_DOWN = 0.25;
  private static final double NOISE = 0.05;
  private static final double NOISE_RAMP = 0.75;

  /**
   * The learning rate of a step: {@code l min(1, t / 0.05) (1/2 - 1/2 cos(pi min(1, (1 - t) /
   * 0.25)))} with t = step / steps.
   *
   * @param step from 0, whose rate is 0
   */
  double rate(int step) {
    double t = (double) step / steps;
    double down = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, (1 - t) / RAMP_DOWN));
    return learningRate * down * Math.min(1, t / RAMP_UP);
  }

  /**
   * The deviation of the noise on codes in w at a step: {@code 0.05 s max(0, 1 - t / 0.75)^2}.
   *
   * @param step from 0
   * @param spread s of codes: the root of the mean squared distance from their mean
   */
  double codeNoise(int step, double spread) {
    double left = Math.max(0, 1 - (double) step / steps / NOISE_RAMP);
    return NOISE * spread * left * left;
  }
}
