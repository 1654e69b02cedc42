package studio.saddlepoint.recipe.method;

import java.util.List;
import java.util.Locale;

/**
 * The names of a method's players, for those who know no networks: charts, commands and the form
 * follow this list.
 *
 * @param names of one player or more, such as {@code generator}; the first makes the pictures. A
 *     player's settings are the part of the recipe with its name, {@code loss.NAME} and {@code
 *     gradient.NAME} are the numbers that a step tells of it
 */
public record PlayerNames(List<String> names) {
  /** Checks that there is one, and that no two have the same name. */
  public PlayerNames {
    names = List.copyOf(names);
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("Players: " + names);
    }
  }

  /** Players in their order. */
  public static PlayerNames of(String... names) {
    return new PlayerNames(List.of(names));
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
    return names.contains(part) || methods.stream().noneMatch(each -> each.names.contains(part));
  }
}
