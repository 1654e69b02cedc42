package studio.saddlepoint.latent.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * Directions of one generator, each by a name of its own.
 *
 * @param all in the order in which they came
 */
public record Directions(List<Direction> all) {
  /** More sliders nobody moves. */
  public static final int MOST = 200;

  /** None. */
  public static final Directions NONE = new Directions(List.of());

  /** Copies them. */
  public Directions {
    all = List.copyOf(all);
    if (all.size() > MOST) {
      throw new StudioException(
          English.of("A run keeps %d directions at most: delete some first.", MOST));
    }
    if (all.stream().map(each -> key(each.name())).distinct().count() < all.size()) {
      throw new StudioException("Two directions have the same name: give one of them another.");
    }
  }

  private static String key(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** A direction by its name, whatever the case of its letters. */
  public Optional<Direction> named(String name) {
    return all.stream().filter(each -> key(each.name()).equals(key(name))).findFirst();
  }

  /**
   * A direction by its name.
   *
   * @throws StudioException if there is none; tells which there are
   */
  public Direction require(String name) {
    return named(name)
        .orElseThrow(
            () ->
                new StudioException(
                    "There is no direction \""
                        + name
                        + "\". "
                        + (all.isEmpty()
                            ? "None is kept with this run yet: find some first."
                            : "There are: "
                                + all.stream()
                                    .map(Direction::name)
                                    .collect(Collectors.joining(", "))
                                + ".")));
  }

  /** With another one; by a number behind its name where that is taken. */
  public Directions with(Direction added) {
    List<Direction> more = new ArrayList<>(all);
    more.add(added.named(free(added.name())));
    return new Directions(more);
  }

  /** With others, each as by {@link #with(Direction)}. */
  public Directions with(List<Direction> added) {
    Directions more = this;
    for (Direction each : added) {
      more = more.with(each);
    }
    return more;
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; named(free).isPresent(); i++) {
      String number = " " + i;
      int room = Math.min(name.length(), Direction.LONGEST_NAME - number.length());
      free = name.substring(0, room) + number;
    }
    return free;
  }

  /**
   * With another name for one of them.
   *
   * @throws StudioException if there is none of that name, or the other one is taken
   */
  public Directions renamed(String name, String other) {
    Direction old = require(name);
    if (!key(name).equals(key(other)) && named(other).isPresent()) {
      throw new StudioException(
          English.of("There is a direction \"%s\" already: choose another name.", other));
    }
    return new Directions(
        all.stream().map(each -> each.equals(old) ? each.named(other) : each).toList());
  }

  /**
   * Without one of them.
   *
   * @throws StudioException if there is none of that name
   */
  public Directions without(String name) {
    Direction gone = require(name);
    return new Directions(all.stream().filter(each -> !each.equals(gone)).toList());
  }
}
