package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The layer that keeps the activations of a network in range. */
public enum Normalization implements Choice {
  BATCH(
      "Batch norm",
      "Normalises every channel over the batch: stabilises DCGAN; not for critics with a gradient penalty."),
  NONE(
      "None",
      "No normalisation: usual for critics with a gradient penalty and with spectral norm."),
  INSTANCE(
      "Instance norm",
      "Normalises every channel of every picture by itself (Ulyanov et al. 2016): allowed with a gradient penalty."),
  LAYER(
      "Layer norm",
      "Normalises each picture over all its channels and places (Ba et al. 2016): for critics with a gradient penalty, as WGAN-GP advises."),
  VIRTUAL_BATCH(
      "Virtual batch norm",
      "Normalises by a fixed reference batch and the picture itself (Salimans et al. 2016): pictures of a batch do not depend on each other; up to twice the work."),
  PIXEL(
      "Pixel norm",
      "Scales the numbers of every place to unit mean square (Karras et al. 2018): progressive GANs' way to keep a generator from escalating; it learns nothing.");

  private final String label;
  private final String help;

  Normalization(String label, String help) {
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
