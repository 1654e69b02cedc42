package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The way in which a conditional discriminator is told the class, or asked for it. */
public enum DiscriminatorConditioning implements Choice {
  PROJECTION(
      "Projection",
      "The product of the class's embedding and the features joins the logit (Miyato and Koyama 2018)."),
  CONCATENATION(
      "Label maps",
      "The class joins the picture as channels of zeros and ones (Mirza and Osindero 2014)."),
  CLASSIFIER(
      "Auxiliary classifier",
      "It is not told the class but names it, and both networks learn from that (ACGAN, Odena et al. 2017)."),
  EMBEDDING(
      "Embedded label maps",
      "The class joins the picture as 32 channels, each of one number that is learnt for the class.");

  private final String label;
  private final String help;

  DiscriminatorConditioning(String label, String help) {
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
