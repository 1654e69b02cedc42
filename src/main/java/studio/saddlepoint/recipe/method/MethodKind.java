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
      PlayerNames.of("generator", "discriminator")),
  VAE(
      "VAE",
      "No game: an encoder turns pictures into codes, a decoder turns codes back into pictures, and codes are kept near the prior (Kingma and Welling 2014). Steady, covers all of the data, has a likelihood bound; its samples are blurred.",
      PlayerNames.of("decoder", "encoder").with("decoder", "generator"));

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
    return Stream.of(values()).anyMatch(kind -> kind.players.use(part));
  }

  /** Whether one player judges what another makes. */
  public boolean judges() {
    return this != VAE;
  }

  /** Whether a part of the recipe is of use with this method. */
  public boolean needs(String part) {
    return players.need(part, Stream.of(values()).map(MethodKind::players).toList());
  }

  /**
   * Whether a setting is of use with this method.
   *
   * @param key of a hyper-parameter, such as {@code method.criticSteps}
   */
  public boolean uses(String key) {
    int dot = key.indexOf('.');
    if (!needs(dot < 0 ? "" : key.substring(0, dot))) {
      return false;
    }
    boolean ofVae = key.startsWith("method.vae.");
    return !key.startsWith("method.")
        || key.equals("method.kind")
        || key.equals("method.conditional")
        || ofVae != judges();
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
