package studio.saddlepoint.recipe.network;

import studio.saddlepoint.recipe.parameter.Choice;

/** The way in which a conditional generator is told the class. */
public enum GeneratorConditioning implements Choice {
  ONE_HOT("One-hot", "The class joins the latent vector as zeros and a one."),
  EMBEDDING("Embedding", "A learnt vector for each class joins the latent vector."),
  BATCH_NORM(
      "Conditional batch norm",
      "Every class has its own scales and shifts in every batch norm (Dumoulin et al. 2017; de Vries et al. 2017): strong, needs batch norm.");

  private final String label;
  private final String help;

  GeneratorConditioning(String label, String help) {
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
