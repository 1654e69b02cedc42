package studio.saddlepoint.recipe.method;

import studio.saddlepoint.recipe.parameter.Choice;

/** What the decoder's numbers mean: the distribution p(x|z) of a picture, given its code. */
public enum Reconstruction implements Choice {
  BERNOULLI(
      "Bernoulli",
      "Each pixel is the chance of white (binary cross-entropy): for black and white pictures; of grey ones it is no density, so its bound compares with its like only."),
  GAUSSIAN(
      "Gaussian",
      "Each pixel is a mean with a fixed deviation (squared error): for photos. The smaller the deviation, the more reconstruction counts beside the KL term.");

  private final String label;
  private final String help;

  Reconstruction(String label, String help) {
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
