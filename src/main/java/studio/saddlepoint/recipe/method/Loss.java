package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Choice;

/** The adversarial loss of both players (METHODS: table of losses). */
public enum Loss implements Choice {
  NON_SATURATING(
      Judgement.TARGETS,
      "Non-saturating",
      "The usual loss: the generator maximises log D(G(z)) (Goodfellow et al. 2014). Begin here; its gradient is strong while the generator is bad."),
  MINIMAX(
      Judgement.TARGETS,
      "Minimax",
      "The original game: the generator minimises log(1 - D(G(z))) (Goodfellow et al. 2014). To see why it was given up: its gradient vanishes when D is sure."),
  LEAST_SQUARES(
      Judgement.TARGETS,
      "Least squares",
      "Squared distance to the targets 0 and 1 (LSGAN, Mao et al. 2017). Helps when the discriminator becomes too sure: fakes far from the data are still pulled."),
  LEAST_SQUARES_PEARSON(
      Judgement.TARGETS,
      "Least squares (Pearson)",
      "Targets -1 and 1, and 0 for the generator: the players minimise Pearson's chi-squared divergence (LSGAN, equation 8). In practice like least squares; for comparing the two."),
  WASSERSTEIN(
      Judgement.SCORES,
      "Wasserstein",
      "A critic scores without bounds, and its loss estimates, up to a factor, how far generated pictures are from real ones (WGAN, Arjovsky et al. 2017). Often helps against collapse, but needs clipping or a gradient penalty."),
  HINGE(
      Judgement.MARGINS,
      "Hinge",
      "To the discriminator only pictures short of their margin count (Lim and Ye 2017). The loss of SNGAN, SAGAN and BigGAN: steady together with spectral norm."),
  RELATIVISTIC_AVERAGE(
      Judgement.COMPARISONS,
      "Relativistic average",
      "Asks whether a real picture is more real than the average fake, and the reverse (RaGAN, Jolicoeur-Martineau 2019). Helps when D soon tells all apart: real pictures then still teach the generator."),
  RELATIVISTIC_PAIRED(
      Judgement.PAIRS,
      "Relativistic, paired",
      "Asks which of two pictures, a real and a generated one, is the more real (RpGAN, Jolicoeur-Martineau 2019). Every real picture holds its own fake up, against mode collapse; R1 and R2 together keep it steady (R3GAN, Huang et al. 2024).");

  private final Judgement judgement;
  private final String label;
  private final String help;

  Loss(Judgement judgement, String label, String help) {
    this.judgement = judgement;
    this.label = label;
    this.help = help;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String help() {
    return help;
  }

  /** What the discriminator is asked, which decides what settings go with the loss. */
  public Judgement judgement() {
    return judgement;
  }

  /** The questions that a loss asks of a discriminator. */
  public enum Judgement {
    /** How near the output for each picture is to a target, which soft and noisy labels move. */
    TARGETS,

    /** Whether a picture is more real than those of the other kind; targets say how sure. */
    COMPARISONS,

    /** Which of a real and a generated picture is more real; there are no targets. */
    PAIRS,

    /** Whether the output is beyond a margin. */
    MARGINS,

    /** A score without bounds, whose zero means nothing. */
    SCORES
  }
}
