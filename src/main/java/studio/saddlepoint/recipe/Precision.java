package studio.saddlepoint.recipe;

import studio.saddlepoint.recipe.parameter.Choice;

/**
 * The numbers that convolutions compute with; weights, losses and optimizers are float32 always.
 */
public enum Precision implements Choice {
  AUTO(
      "Automatic",
      "bfloat16 where this computer gains by it, measured once; what was chosen is kept with the run."),
  FLOAT32(
      "float32",
      "24 bits of each number count: the same results on all computers but for rounding."),
  BFLOAT16(
      "bfloat16",
      "8 bits of each number in a convolution count: up to twice as fast on processors made for it, slower on others. Penalties on gradients stay float32.");

  private final String label;
  private final String help;

  Precision(String label, String help) {
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
