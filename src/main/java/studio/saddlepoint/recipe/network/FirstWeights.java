package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The numbers that a network's weights begin with. */
public enum FirstWeights implements Choice {
  USUAL(
      "As the architecture has them",
      "Normal numbers, as the paper of the architecture has them: small before a normalisation (DCGAN), or such that signals keep their size (He et al. 2015)."),
  XAVIER_UNIFORM(
      "Xavier uniform",
      "Even numbers whose bound follows from what goes in and out of a layer (Glorot and Bengio 2010); scales of normalisations begin at 1.");

  private final String label;
  private final String help;

  FirstWeights(String label, String help) {
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
