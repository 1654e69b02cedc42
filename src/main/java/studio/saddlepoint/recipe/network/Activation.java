package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The function that bends the numbers between the layers of a network. */
public enum Activation implements Choice {
  USUAL(
      "The architecture's own",
      "ReLU in convolutional generators, leaky ReLU in DCGAN's discriminator and dense networks, ReLU in residual ones, ELU in encoder-decoder networks."),
  RELU("ReLU", "Zero below zero: sparse, but what is always below zero learns nothing."),
  LEAKY_RELU(
      "Leaky ReLU",
      "A fifth of the slope below zero: gradients everywhere, the usual choice for discriminators."),
  ELU("ELU", "Smooth, falls to -1 below zero (Clevert et al. 2016): as in BEGAN."),
  TANH("Tanh", "Between -1 and 1: smooth, but large numbers stop learning."),
  SIGMOID("Sigmoid", "Between 0 and 1: shows how gradients vanish in deep networks.");

  private final String label;
  private final String help;

  Activation(String label, String help) {
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
