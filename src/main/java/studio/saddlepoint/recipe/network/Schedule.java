package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The course of a learning rate over a run. */
public enum Schedule implements Choice {
  CONSTANT("Constant", "The same at every step."),
  LINEAR(
      "Linear", "Falls evenly to nothing at the last step, as for SNGAN and WGAN-GP on CIFAR-10."),
  COSINE(
      "Cosine",
      "Falls slowly, then fast, then slowly to nothing (Loshchilov and Hutter 2017, equation 5).");

  private final String label;
  private final String help;

  Schedule(String label, String help) {
    this.label = label;
    this.help = help;
  }

  /**
   * What the learning rate is multiplied by.
   *
   * @param progress share of the run that is made; beyond 1 counts as 1
   */
  public double factor(double progress) {
    double at = Math.min(1, Math.max(0, progress));
    return switch (this) {
      case CONSTANT -> 1;
      case LINEAR -> 1 - at;
      case COSINE -> (1 + Math.cos(Math.PI * at)) / 2;
    };
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String help() {
    return help;
  }
}
