package studio.saddlepoint.train.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.recipe.DiagnosisSettings;
import studio.saddlepoint.recipe.Recipe;

/**
 * All that is known of a training at a step.
 *
 * @param recipe with the values of the step in place of schedules
 * @param step steps done
 * @param imagesSeen real images seen in them
 * @param traces the numbers of its steps, by key
 * @param probes looks at its pictures, oldest first
 */
public record Evidence(
    Recipe recipe, long step, long imagesSeen, Map<String, Trace> traces, List<Probe> probes) {
  /** Looks over whose halves progress is judged. */
  private static final int SPAN = 8;

  /** Looks that tell whether there is progress. */
  private static final int FEWEST = 4;

  /** A distance to the data that fell below this part of itself is progress. */
  private static final double PROGRESS = 0.9;

  /** A diversity that rose above this many times itself has not collapsed, ... */
  private static final double UNFOLDING = 1.25;

  /** ... if it rose by this share of the data's, too: from next to nothing, much is little. */
  private static final double RISE = 0.02;

  /** Copies maps and lists; looks with other features than the newest have no say. */
  public Evidence {
    traces = Map.copyOf(traces);
    probes = comparable(probes);
  }

  private static List<Probe> comparable(List<Probe> looks) {
    int from = looks.size();
    while (from > 0
        && looks
            .get(from - 1)
            .value(Probe.FEATURES)
            .equals(looks.get(looks.size() - 1).value(Probe.FEATURES))) {
      from--;
    }
    return List.copyOf(looks.subList(from, looks.size()));
  }

  /** The thresholds. */
  public DiagnosisSettings settings() {
    return recipe.diagnosis();
  }

  /** Whether the noise of the beginning is over. */
  public boolean begun() {
    return imagesSeen >= settings().after();
  }

  /** The newest look. */
  public Optional<Probe> newest() {
    return probes.isEmpty() ? Optional.empty() : Optional.of(probes.get(probes.size() - 1));
  }

  /** The newest looks, as many as make a finding, oldest first; fewer where there are fewer. */
  public List<Probe> newestLooks() {
    return probes.subList(Math.max(0, probes.size() - settings().looks()), probes.size());
  }

  /** The mean of a number over the newest looks; empty where one has it not. */
  public OptionalDouble mean(String key) {
    return mean(newestLooks(), key);
  }

  /** The median of a step's number over the newest steps. */
  public OptionalDouble median(String key) {
    Trace trace = traces.get(key);
    return trace == null ? OptionalDouble.empty() : trace.median();
  }

  /** The largest mean that a step's number had over a piece of the training before. */
  public OptionalDouble highest(String key) {
    Trace trace = traces.get(key);
    return trace == null ? OptionalDouble.empty() : trace.highest();
  }

  /**
   * Whether the fakes do not come nearer to the data any more: the mean distance over the newest
   * half of the last looks is hardly below that over the half before. Not while too few looks tell.
   */
  public boolean stuck() {
    OptionalDouble change = change(Probe.DISTANCE);
    return change.isPresent() && change.getAsDouble() >= PROGRESS;
  }

  /** Whether the newest look has a number above a threshold. */
  public boolean still(String key, double threshold) {
    return newest().map(each -> each.value(key).orElse(Double.NaN) > threshold).orElse(false);
  }

  /**
   * Whether the fakes grow more different from each other: a training that is slow to begin makes
   * few kinds of pictures as a collapsed one does, but ever more of them.
   */
  public boolean unfolding() {
    List<OptionalDouble> halves = halves(Probe.DIVERSITY);
    double before = halves.get(0).orElse(Double.NaN);
    double now = halves.get(1).orElse(Double.NaN);
    return now >= UNFOLDING * before && now - before >= RISE;
  }

  /**
   * The mean of a number over the newest half of the last looks, over that of the half before;
   * empty while too few looks tell, or one has it not.
   */
  public OptionalDouble change(String key) {
    List<OptionalDouble> halves = halves(key);
    OptionalDouble before = halves.get(0);
    OptionalDouble now = halves.get(1);
    return before.isPresent() && now.isPresent()
        ? OptionalDouble.of(
            now.getAsDouble() == before.getAsDouble()
                ? 1
                : now.getAsDouble() / before.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The means of a number over the halves of the last looks, the older one first. */
  private List<OptionalDouble> halves(String key) {
    List<Probe> last = probes.subList(Math.max(0, probes.size() - SPAN), probes.size());
    int half = last.size() / 2;
    return last.size() < FEWEST
        ? List.of(OptionalDouble.empty(), OptionalDouble.empty())
        : List.of(mean(last.subList(0, half), key), mean(last.subList(half, last.size()), key));
  }

  /** Whether the fakes are far from the data, over the newest looks. */
  public boolean far() {
    return above(Probe.DISTANCE, settings().far());
  }

  /** Whether the mean of a number over the newest looks is above a threshold. */
  public boolean above(String key, double threshold) {
    OptionalDouble mean = mean(key);
    return mean.isPresent() && mean.getAsDouble() > threshold;
  }

  /** Whether the mean of a number over the newest looks is below a threshold. */
  public boolean below(String key, double threshold) {
    OptionalDouble mean = mean(key);
    return mean.isPresent() && mean.getAsDouble() < threshold;
  }

  /** The mean of a number over some looks; empty where there are none, or one has it not. */
  public static OptionalDouble mean(List<Probe> looks, String key) {
    double sum = 0;
    for (Probe each : looks) {
      OptionalDouble value = each.value(key);
      if (value.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += value.getAsDouble();
    }
    return looks.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / looks.size());
  }
}
