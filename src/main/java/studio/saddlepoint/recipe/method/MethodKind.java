package studio.saddlepoint.recipe.method;

import java.util.stream.Stream;
import studio.saddlepoint.recipe.parameter.Choice;

/** The method: which players there are, and how a step moves them. */
public enum MethodKind implements Choice {
  ADVERSARIAL(
      "Adversarial",
      "A discriminator tells real pictures from generated ones, and the generator learns from it; the loss says how (Goodfellow et al. 2014).",
      PlayerNames.of("generator", "discriminator")),
  BEGAN(
      "BEGAN",
      "The discriminator is an autoencoder that must reconstruct real pictures better than generated ones (Berthelot et al. 2017). Gives a number that tends to fall as the pictures get better; smooth pictures, often with less variety.",
      PlayerNames.of("generator", "discriminator"));

  private final String label;
  private final String help;
  private final PlayerNames players;

  MethodKind(String label, String help, PlayerNames players) {
    this.label = label;
    this.help = help;
    this.players = players;
  }

  /** The names of its players. */
  public PlayerNames players() {
    return players;
  }

  /** Whether a part of the recipe is that of a player of some method. */
  public static boolean isPlayer(String part) {
    return Stream.of(values()).anyMatch(kind -> kind.players.names().contains(part));
  }

  /** Whether a part of the recipe is of use with this method. */
  public boolean needs(String part) {
    return players.need(part, Stream.of(values()).map(MethodKind::players).toList());
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
