package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The numbers that the networks of a recipe take for a pixel, and what ends the generator. */
public enum PictureRange implements Choice {
  SIGNED(
      "−1 to 1, tanh",
      "Black is −1, white is 1, and the generator ends in a tanh, as in DCGAN (Radford et al. 2015): the usual choice."),
  UNIT(
      "0 to 1, sigmoid",
      "Black is 0, white is 1, and the generator ends in a sigmoid, as in many courses: dark pictures have few numbers that are not 0, and a gradient penalty counts twice as steep."),
  LINEAR(
      "−1 to 1, no bound",
      "Black is −1, white is 1, and nothing ends the generator, as in progressive GANs and StyleGAN (Karras et al. 2018): what is beyond is cut when pictures are drawn.");

  private final String label;
  private final String help;

  PictureRange(String label, String help) {
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
