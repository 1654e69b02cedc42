package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Choice;

/** The method: which players there are, and how a step moves them. */
public enum MethodKind implements Choice {
  ADVERSARIAL(
      "Adversarial",
      "A discriminator tells real pictures from generated ones, and the generator learns from it; the loss says how (Goodfellow et al. 2014)."),
  BEGAN(
      "BEGAN",
      "The discriminator is an autoencoder that must reconstruct real pictures better than generated ones (Berthelot et al. 2017). Gives a number that tends to fall as the pictures get better; smooth pictures, often with less variety.");

  private final String label;
  private final String help;

  MethodKind(String label, String help) {
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
