package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Parameter;

/**
 * The settings of how a network's weights move.
 *
 * @param kind the update rule
 * @param learningRate step size
 * @param beta1 decay of the first moment (momentum of SGD)
 * @param beta2 decay of the second moment (alpha of RMSProp)
 * @param clipNorm largest norm of all gradients together; longer ones are shortened to it; 0 is off
 * @param weightDecay share of the weights that a step of AdamW takes off, times the learning rate
 */
public record OptimizerSettings(
    @Parameter(label = "Optimizer", value = "adam", help = "How gradients become steps.")
        OptimizerKind kind,
    @Parameter(
            label = "Learning rate",
            value = "2e-4",
            min = 0,
            max = 1e9,
            live = true,
            help = "Size of a step. Lower it when losses swing, raise it when nothing moves.")
        double learningRate,
    @Parameter(
            label = "Beta 1",
            value = "0.5",
            min = 0,
            max = 0.9999,
            advanced = true,
            help = "Memory of past gradients. GANs want little: 0.5 for DCGAN, 0 for WGAN-GP.")
        double beta1,
    @Parameter(
            label = "Beta 2",
            value = "0.999",
            min = 0,
            max = 0.999999,
            live = true,
            advanced = true,
            help = "Memory of past squared gradients, which scale the step.")
        double beta2,
    @Parameter(
            label = "Gradient clipping",
            value = "0",
            min = 0,
            max = 1e6,
            live = true,
            unit = "norm",
            advanced = true,
            help = "Shortens gradients to this norm, so that a bad batch does no harm. 0 is off.")
        double clipNorm,
    @Parameter(
            label = "Weight decay",
            value = "0.01",
            min = 0,
            max = 10,
            live = true,
            advanced = true,
            help = "AdamW: pulls weights towards 0. The other optimizers do not use it.")
        double weightDecay) {

  /** These settings with the learning rate times a factor. */
  public OptimizerSettings times(double factor) {
    return factor == 1
        ? this
        : new OptimizerSettings(kind, learningRate * factor, beta1, beta2, clipNorm, weightDecay);
  }

  /**
   * The rates of a player that makes another move, of a term of its own, after every so many moves:
   * with c = every / (every + 1), the learning rate times c and each decay to the power of c, so
   * that all moves together go as far as those without it (Karras et al. 2020, appendix B).
   *
   * @param every how many moves apart; 1 for a term that is part of each move
   */
  public OptimizerSettings lazily(int every) {
    if (every == 1) {
      return this;
    }
    double c = every / (every + 1.0);
    return new OptimizerSettings(
        kind, learningRate * c, Math.pow(beta1, c), Math.pow(beta2, c), clipNorm, weightDecay);
  }
}
