package studio.saddlepoint.app.evaluate;

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
 * @param scale how it is written
 * @param better which way is better
 */
record Measure(String key, Scale scale, Direction better) {
  private static final List<Measure> OF_PERSONS =
      List.of(
          new Measure("human_error", Scale.PERCENT, Direction.HIGHER),
          new Measure("human_error_real", Scale.PERCENT, Direction.HIGHER),
          new Measure("human_error_generated", Scale.PERCENT, Direction.HIGHER),
          new Measure("human_threshold_ms", Scale.MILLISECONDS, Direction.HIGHER));

  /** All in the order in which they are shown: those of metrics, then those of persons. */
  static final List<Measure> ALL =
      Stream.concat(
              Metrics.ALL.stream()
                  .sorted(Comparator.comparingInt(Metric::place))
                  .flatMap(each -> each.values().stream())
                  .map(Measure::of),
              OF_PERSONS.stream())
          .toList();

  private static Measure of(MetricValue value) {
    return new Measure(value.name(), value.scale(), value.better());
  }

  /** The metric that gives it; empty for a person's. */
  Optional<Metric> metric() {
    return Metrics.ALL.stream().filter(each -> each.valueNames().contains(key)).findFirst();
  }

  /** The name of its standard deviation. */
  String deviation() {
    return key + "_deviation";
  }

  /** The measure of a name; empty for deviations, counts, and what is not known. */
  static Optional<Measure> of(String key) {
    return ALL.stream().filter(each -> each.key.equals(key)).findFirst();
  }

  /** All names in the order in which they are shown. */
  static List<String> keys() {
    return ALL.stream().map(Measure::key).toList();
  }
}
