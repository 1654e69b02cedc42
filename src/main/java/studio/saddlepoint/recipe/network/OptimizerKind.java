package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The update rule by which gradients become steps. */
public enum OptimizerKind implements Choice {
  ADAM(
      "Adam",
      "Steps scaled by running means of the gradient and its square (Kingma and Ba 2015): the default."),
  ADAMW("AdamW", "Adam whose weight decay is a step of its own (Loshchilov and Hutter 2019)."),
  RMSPROP(
      "RMSProp",
      "Steps scaled by a running mean of the squared gradient: what WGAN with clipping was tuned with."),
  SGD("SGD with momentum", "Plain gradient steps with momentum (beta 1).");

  private final String label;
  private final String help;

  OptimizerKind(String label, String help) {
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
