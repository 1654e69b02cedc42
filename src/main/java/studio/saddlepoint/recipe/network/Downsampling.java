package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The way in which a convolutional discriminator halves the size of its maps. */
public enum Downsampling implements Choice {
  STRIDE(
      "Stride",
      "4x4 convolutions with stride 2, as in DCGAN: fast. Residual networks always take averages."),
  AVERAGE(
      "Average pooling", "3x3 convolutions, then means of 2x2 pixels: slower, smoother gradients."),
  MAX(
      "Max pooling",
      "3x3 convolutions, then the largest of 2x2 pixels: as classifiers have it; most pixels get no gradient.");

  private final String label;
  private final String help;

  Downsampling(String label, String help) {
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
