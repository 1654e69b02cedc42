package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The way in which a convolutional generator doubles the size of its picture. */
public enum Upsampling implements Choice {
  TRANSPOSED(
      "Transposed convolution",
      "4x4 kernels with stride 2, as in DCGAN: fast, may leave a checkerboard."),
  NEAREST(
      "Upsample + convolution",
      "Nearest-neighbour doubling, then a 3x3 convolution: slower, no checkerboard (Odena et al. 2016). Residual networks always do it so, encoder-decoder networks unless it is bilinear."),
  BILINEAR(
      "Bilinear + convolution",
      "Doubling by means of the nearest pixels, then a 3x3 convolution: softer than nearest neighbours.");

  private final String label;
  private final String help;

  Upsampling(String label, String help) {
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
