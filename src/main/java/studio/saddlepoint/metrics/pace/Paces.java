package studio.saddlepoint.metrics.pace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How much slower or faster than usual the parts of evaluations are on this computer, learned from
 * those that were made, apart for when a training takes the processors as well. What was never done
 * here is taken to be as slow as the rest is. For any thread.
 */
public final class Paces {
  /** Shorter parts tell of the clock, not of the computer. */
  private static final double LEAST_SECONDS = 0.05;

  /** A training beside takes about as much of two cores as an evaluation does. */
  private static final double USUAL_BURDEN = 2;

  private static final double SLOWEST = 1e3;
  private static final int MOST_KEPT = 200;
  private static final String BUSY = "busy ";
  private static final String BETWEEN = ";";

  private final Map<String, Double> ratios = new LinkedHashMap<>();
  private final Consumer<String> keeper;
  private boolean busy;

  /**
   * What was learned before.
   *
   * @param kept as the keeper was told it; what cannot be read is passed over
   * @param keeper told all that is known, see {@link #keep}
   */
  public Paces(String kept, Consumer<String> keeper) {
    this.keeper = keeper;
    for (String each : kept.split(BETWEEN)) {
      int end = each.lastIndexOf('=');
      if (end > 0) {
        read(each.substring(0, end), each.substring(end + 1));
      }
    }
  }

  private void read(String key, String number) {
    try {
      double ratio = Double.parseDouble(number);
      if (ratio > 1 / SLOWEST && ratio < SLOWEST && ratios.size() < MOST_KEPT) {
        ratios.put(key, ratio);
      }
    } catch (NumberFormatException e) {
      return; // as if it had never been learned
    }
  }

  /** Of a computer of which nothing is known, and nothing is kept. */
  public static Paces unknown() {
    return new Paces("", kept -> {});
  }

  /** Whether from now on a training takes the processors as well. */
  public synchronized void busy(boolean trains) {
    busy = trains;
  }

  /** Whether anything was done here yet, as things are: beside a training, or without. */
  public synchronized boolean known() {
    return !logs(busy).isEmpty();
  }

  /** The seconds that a part will take. */
  public synchronized double seconds(PlannedWork part) {
    return part.usualSeconds() * ratio(part);
  }

  /** The seconds that some parts will take. */
  public double seconds(List<PlannedWork> parts) {
    return parts.stream().mapToDouble(this::seconds).sum();
  }

  private double ratio(PlannedWork part) {
    Double same = ratios.get(key(part, busy));
    if (same != null) {
      return same;
    }
    Double other = ratios.get(key(part, !busy));
    double burden = burden();
    if (other != null) {
      return busy ? other * burden : other / burden;
    }
    List<Double> logs = logs(busy);
    if (!logs.isEmpty()) {
      return Math.exp(mean(logs));
    }
    List<Double> others = logs(!busy);
    if (others.isEmpty()) {
      return busy ? burden : 1;
    }
    return Math.exp(mean(others)) * (busy ? burden : 1 / burden);
  }

  /** How much slower all is beside a training: of what was done both ways, else as usual. */
  private double burden() {
    List<Double> both = new ArrayList<>();
    ratios.forEach(
        (key, ratio) -> {
          Double slow = ratios.get(BUSY + key);
          if (slow != null) {
            both.add(Math.log(slow / ratio));
          }
        });
    return both.isEmpty() ? USUAL_BURDEN : Math.max(1, Math.exp(mean(both)));
  }

  private List<Double> logs(boolean trains) {
    return ratios.entrySet().stream()
        .filter(each -> each.getKey().startsWith(BUSY) == trains)
        .map(each -> Math.log(each.getValue()))
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(each -> each).average().orElse(0);
  }

  private static String key(PlannedWork part, boolean busy) {
    return busy ? BUSY + part.key() : part.key();
  }

  /**
   * A part was done. The newest counts as much as all before.
   *
   * @param seconds that it took
   */
  public synchronized void took(PlannedWork part, double seconds) {
    if (seconds < LEAST_SECONDS || !(part.usualSeconds() > 0)) {
      return;
    }
    double now = seconds / part.usualSeconds();
    String key = key(part, busy);
    Double before = ratios.remove(key);
    ratios.put(key, before == null ? now : Math.sqrt(before * now));
    Iterator<String> oldest = ratios.keySet().iterator();
    while (ratios.size() > MOST_KEPT) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Hands what is known to the keeper. */
  public void keep() {
    keeper.accept(text());
  }

  private synchronized String text() {
    return ratios.entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%s=%.4g", each.getKey(), each.getValue()))
        .collect(Collectors.joining(BETWEEN));
  }
}
