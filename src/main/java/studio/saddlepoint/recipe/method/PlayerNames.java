package studio.saddlepoint.recipe.method;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of a method's players, for those who know no networks: charts, commands and the form
 * follow this list.
 *
 * @param names of one player or more, such as {@code generator}; the first makes the pictures.
 *     {@code loss.NAME} and {@code gradient.NAME} are the numbers that a step tells of it
 * @param otherSettings the part of the recipe that has a player's settings, by its name, where that
 *     is another than the part of its name
 */
public record PlayerNames(List<String> names, Map<String, String> otherSettings) {
  /** Checks that there is one, and that no two have the same name. */
  public PlayerNames {
    names = List.copyOf(names);
    otherSettings = Map.copyOf(otherSettings);
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("Players: " + names);
    }
  }

  /** Players in their order. */
  public static PlayerNames of(String... names) {
    return new PlayerNames(List.of(names), Map.of());
  }

  /** These, where a player's settings are another part of the recipe. */
  PlayerNames with(String player, String settings) {
    return new PlayerNames(names, Map.of(player, settings));
  }

  /** The part of the recipe that has a player's settings. */
  public String settings(String player) {
    return otherSettings.getOrDefault(player, player);
  }

  /** Whether a part of the recipe has the settings of one of these. */
  boolean use(String part) {
    return names.stream().anyMatch(player -> settings(player).equals(part));
  }

  /** The player whose settings a part of the recipe has; the part itself where none has. */
  public String player(String part) {
    return names.stream().filter(each -> settings(each).equals(part)).findFirst().orElse(part);
  }

  /** The player that makes the pictures. */
  public String maker() {
    return names.get(0);
  }

  /** A player in short: {@code G} of generator; the whole name where others begin alike. */
  public String letter(String player) {
    String first = player.substring(0, 1);
    long alike = names.stream().filter(each -> each.startsWith(first)).count();
    return alike > 1 ? player : first.toUpperCase(Locale.ROOT);
  }

  /**
   * Whether a part of the recipe is of use where these play: all parts but the settings of players
   * of other methods.
   *
   * @param part such as {@code discriminator} or {@code training}
   * @param methods the players of all methods
   */
  public boolean need(String part, List<PlayerNames> methods) {
    return use(part) || methods.stream().noneMatch(each -> each.use(part));
  }
}
