package studio.saddlepoint.app.compare.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All that a person asked for on the page. A value: every change makes another.
 *
 * @param chosen the runs, in the order in which they were chosen
 * @param hidden ids of runs that are chosen and not looked at just now
 * @param charts keys of the quantities that were chosen; empty for the usual ones
 * @param tags which tag of an event file stands for a quantity, where that was picked by hand; an
 *     empty tag for none
 * @param sheets which sheets are seen
 * @param protocol whose scores are seen; empty for the first
 * @param everyScore whether all scores of a run are seen, not only its best
 */
public record CompareState(
    List<Chosen> chosen,
    Set<String> hidden,
    Optional<List<String>> charts,
    Map<Tagged, String> tags,
    Sheets sheets,
    String protocol,
    boolean everyScore) {
  /** Runs that can be told apart by their colours. */
  public static final int MOST = 8;

  /** Nothing chosen. */
  public static final CompareState NONE =
      new CompareState(List.of(), Set.of(), Optional.empty(), Map.of(), Sheets.NEWEST, "", false);

  /** Copies everything, keeping orders. */
  public CompareState {
    chosen = List.copyOf(chosen);
    hidden = Set.copyOf(hidden);
    charts = charts.map(List::copyOf);
    tags = Map.copyOf(tags);
  }

  /**
   * A run that was chosen.
   *
   * @param id see {@link ComparedRun#id()}
   * @param colour its colour on all of the page, 0 to {@value CompareState#MOST} - 1
   */
  public record Chosen(String id, int colour) {}

  /**
   * A quantity of an event file's run.
   *
   * @param run its id
   * @param key of the quantity
   */
  public record Tagged(String run, String key) {}

  /**
   * Which sheets are seen.
   *
   * @param at step, or images; NaN for the newest
   * @param byImages whether runs are in step by the images that they have seen
   * @param wipe whether two sheets lie on each other
   * @param left id of the run on the left of the line; empty for the first
   * @param right id of the run on its right; empty for the second
   * @param line how far across the line is, 0 to 1
   */
  public record Sheets(
      double at, boolean byImages, boolean wipe, String left, String right, double line) {
    static final Sheets NEWEST = new Sheets(Double.NaN, false, false, "", "", 0.5);

    /** At another place. */
    public Sheets at(double place) {
      return new Sheets(place, byImages, wipe, left, right, line);
    }

    /** In step by images, or by steps; at the newest, for places mean something else then. */
    public Sheets byImages(boolean images) {
      return new Sheets(Double.NaN, images, wipe, left, right, line);
    }

    /** With two on each other, or all side by side. */
    public Sheets wiping(boolean whether) {
      return new Sheets(at, byImages, whether, left, right, line);
    }

    /** Of other runs. */
    public Sheets between(String one, String other) {
      return new Sheets(at, byImages, wipe, one, other, line);
    }

    /** With the line elsewhere. */
    public Sheets line(double share) {
      return new Sheets(at, byImages, wipe, left, right, Math.max(0, Math.min(1, share)));
    }
  }

  /** Whether a run is chosen. */
  public boolean has(String id) {
    return chosen.stream().anyMatch(each -> each.id().equals(id));
  }

  /** Whether one more can be chosen. */
  public boolean hasRoom() {
    return chosen.size() < MOST;
  }

  /** The colour of a run; 0 where it is not chosen. */
  public int colour(String id) {
    return chosen.stream()
        .filter(each -> each.id().equals(id))
        .mapToInt(Chosen::colour)
        .findFirst()
        .orElse(0);
  }

  /** With one more run, in the first colour that is free; this one where there is no room. */
  public CompareState with(String id) {
    if (has(id) || !hasRoom()) {
      return this;
    }
    int colour =
        IntStream.range(0, MOST)
            .filter(each -> chosen.stream().noneMatch(run -> run.colour() == each))
            .findFirst()
            .orElseThrow();
    List<Chosen> more = new ArrayList<>(chosen);
    more.add(new Chosen(id, colour));
    return new CompareState(more, hidden, charts, tags, sheets, protocol, everyScore);
  }

  /** Without a run. */
  public CompareState without(String id) {
    List<Chosen> fewer = chosen.stream().filter(each -> !each.id().equals(id)).toList();
    Set<String> shown = new LinkedHashSet<>(hidden);
    shown.remove(id);
    Map<Tagged, String> others = new LinkedHashMap<>(tags);
    others.keySet().removeIf(each -> each.run().equals(id));
    return new CompareState(fewer, shown, charts, others, sheets, protocol, everyScore);
  }

  /** With a run looked at, or not. */
  public CompareState hiding(String id, boolean whether) {
    Set<String> now = new LinkedHashSet<>(hidden);
    if (whether) {
      now.add(id);
    } else {
      now.remove(id);
    }
    return new CompareState(chosen, now, charts, tags, sheets, protocol, everyScore);
  }

  /** With other charts; empty for the usual ones. */
  public CompareState charting(Optional<List<String>> keys) {
    return new CompareState(chosen, hidden, keys, tags, sheets, protocol, everyScore);
  }

  /** With a tag that stands for a quantity of an event file's run; empty for what fits by name. */
  public CompareState tagging(Tagged quantity, Optional<String> tag) {
    Map<Tagged, String> now = new LinkedHashMap<>(tags);
    now.remove(quantity);
    tag.ifPresent(each -> now.put(quantity, each));
    return new CompareState(chosen, hidden, charts, now, sheets, protocol, everyScore);
  }

  /** With other sheets. */
  public CompareState showing(Sheets other) {
    return new CompareState(chosen, hidden, charts, tags, other, protocol, everyScore);
  }

  /** With scores that were made another way. */
  public CompareState measured(String how) {
    return new CompareState(chosen, hidden, charts, tags, sheets, how, everyScore);
  }

  /** With all scores of each run, or its best. */
  public CompareState scoring(boolean all) {
    return new CompareState(chosen, hidden, charts, tags, sheets, protocol, all);
  }
}
