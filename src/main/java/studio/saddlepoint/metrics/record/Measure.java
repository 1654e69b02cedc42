package studio.saddlepoint.metrics.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.metrics.metric.MetricValue;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.metric.Metrics;

/**
 * A number that an evaluation gives: how it is written, and which way is better.
 *
 * @param key its name among the values of a score
 * @param label its name for a person
 * @param scale how it is written
 * @param better which way is better
 */
public record Measure(String key, String label, Scale scale, Direction better) {
  private static final List<Measure> OF_PERSONS =
      List.of(
          new Measure("human_error", "Wrong", Scale.PERCENT, Direction.HIGHER),
          new Measure("human_error_real", "Wrong on real", Scale.PERCENT, Direction.HIGHER),
          new Measure(
              "human_error_generated", "Wrong on generated", Scale.PERCENT, Direction.HIGHER),
          new Measure("human_threshold_ms", "Exposure", Scale.MILLISECONDS, Direction.HIGHER));

  /** All in the order in which they are shown: those of metrics, then those of persons. */
  public static final List<Measure> ALL =
      Stream.concat(
              Metrics.ALL.stream()
                  .sorted(Comparator.comparingInt(Metric::place))
                  .flatMap(each -> each.values().stream())
                  .map(Measure::of),
              OF_PERSONS.stream())
          .toList();

  private static Measure of(MetricValue value) {
    return new Measure(value.name(), value.label(), value.scale(), value.better());
  }

  /** The metric that gives it; empty for a person's. */
  public Optional<Metric> metric() {
    return Metrics.ALL.stream().filter(each -> each.valueNames().contains(key)).findFirst();
  }

  /** The name of its standard deviation. */
  public String deviation() {
    return key + "_deviation";
  }

  /** The measure of a name; empty for deviations, counts, and what is not known. */
  public static Optional<Measure> of(String key) {
    return ALL.stream().filter(each -> each.key.equals(key)).findFirst();
  }

  /** All names in the order in which they are shown. */
  public static List<String> keys() {
    return ALL.stream().map(Measure::key).toList();
  }
}
