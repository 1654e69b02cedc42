package studio.saddlepoint.app.chart.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.PlayerText;
import studio.saddlepoint.recipe.method.PlayerNames;

/**
 * A quantity of a chart, or the same one of every player.
 *
 * @param key of its series; with {@code PLAYER} or {@code SETTINGS} in it, one for each player of
 *     the method
 * @param label the key of its name; of no use where players have it
 * @param colour style class of its colour; of no use where players have it
 * @param optional whether the legend has it only where there is something of it
 */
public record SeriesSpec(String key, String label, String colour, boolean optional) {
  private static final String PLAYER = "PLAYER";
  private static final String LAYERS = ".LAYERS";

  /** Style classes of layers, from those at a network's input to those at its output. */
  private static final int LAYER_COLOURS = 10;

  private static final String SETTINGS = "SETTINGS";

  private static final Pattern LAYER = Pattern.compile("\\d{1,6}");

  /** Colours of players in their order; further ones begin again. */
  private static final List<String> COLOURS =
      List.of("series-a", "series-b", "series-d", "series-e", "series-f");

  /**
   * A curve.
   *
   * @param key of its series
   * @param name its name for a person
   * @param colour style class of its colour
   * @param optional whether the legend has it only where there is something of it
   */
  public record Line(String key, String name, String colour, boolean optional) {}

  /** A quantity that all runs have. */
  static SeriesSpec one(String key, String label, String colour) {
    return new SeriesSpec(key, label, colour, false);
  }

  /** A quantity that only some runs have. */
  static SeriesSpec maybe(String key, String label, String colour) {
    return new SeriesSpec(key, label, colour, true);
  }

  /**
   * A quantity of every player.
   *
   * @param key with {@code PLAYER} in the place of the player's name, or {@code SETTINGS} in that
   *     of the part of the recipe with its settings
   */
  static SeriesSpec each(String key) {
    return new SeriesSpec(key, "", "", false);
  }

  /**
   * A quantity of every layer of a player.
   *
   * @param kind such as {@code update}
   * @param place of the player among those of the method, from 0 on
   */
  static SeriesSpec layers(String kind, int place) {
    return new SeriesSpec(kind + "." + place + LAYERS, "", "", false);
  }

  /** The player whose layers it tells of; empty for any other quantity. */
  String whose(PlayerNames players) {
    return ofLayers() ? player(players).map(PlayerText::name).orElse("") : "";
  }

  private boolean ofLayers() {
    return key.endsWith(LAYERS);
  }

  private Optional<String> player(PlayerNames players) {
    int place = key.charAt(key.length() - LAYERS.length() - 1) - '0';
    return players.names().stream().skip(place).findFirst();
  }

  private Stream<Line> layers(PlayerNames players, List<String> keys) {
    Optional<String> player = player(players);
    String start = key.substring(0, key.indexOf('.') + 1) + player.orElse("") + ".layer";
    List<String> found =
        keys.stream()
            .filter(each -> player.isPresent() && each.startsWith(start))
            .filter(each -> LAYER.matcher(each.substring(start.length())).matches())
            .sorted(
                Comparator.comparingInt(each -> Integer.parseInt(each.substring(start.length()))))
            .toList();
    return IntStream.range(0, found.size())
        .mapToObj(
            i ->
                new Line(
                    found.get(i),
                    Messages.text("line.layer", found.get(i).substring(start.length())),
                    "layer-" + i * (LAYER_COLOURS - 1) / Math.max(1, found.size() - 1),
                    false));
  }

  /**
   * Its curves where these play.
   *
   * @param keys of all quantities that the run has told of
   */
  Stream<Line> lines(PlayerNames players, List<String> keys) {
    if (ofLayers()) {
      return layers(players, keys);
    }
    if (!key.contains(PLAYER) && !key.contains(SETTINGS)) {
      return Stream.of(new Line(key, Messages.text(label), colour, optional));
    }
    List<String> names = players.names();
    return IntStream.range(0, names.size())
        .mapToObj(i -> of(names.get(i), players.settings(names.get(i)), i));
  }

  private Line of(String player, String settings, int place) {
    return new Line(
        key.replace(PLAYER, player).replace(SETTINGS, settings),
        PlayerText.name(player),
        COLOURS.get(place % COLOURS.size()),
        optional);
  }
}
