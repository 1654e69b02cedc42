package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The distribution that latent vectors are drawn from. */
public enum LatentPrior implements Choice {
  NORMAL("Normal", "Independent normal numbers, as nearly everywhere."),
  UNIFORM(
      "Uniform",
      "Uniform numbers in -1..1 (DCGAN and BEGAN as published): normal codes by way of their distribution function.");

  private final String label;
  private final String help;

  LatentPrior(String label, String help) {
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
}
