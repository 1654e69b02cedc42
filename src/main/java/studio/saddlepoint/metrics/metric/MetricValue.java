package studio.saddlepoint.metrics.metric;

import java.util.List;

/**
 * A number that a metric gives.
 *
 * @param name in an evaluation's result and in files: {@code mode_coverage}
 * @param label for a person: {@code Classes hit}
 * @param scale how it is written
 * @param better which way is better
 * @param deviates whether a standard deviation comes with it, by the name with {@code _deviation}
 */
public record MetricValue(
    String name, String label, Scale scale, Metric.Direction better, boolean deviates) {
  /** How values are written. */
  public enum Scale {
    /** From 0 up, in the tens. */
    DISTANCE,
    /** Mostly far below 1. */
    SMALL,
    /** 0 to 1. */
    SHARE,
    /** Around 1. */
    PLAIN,
    /** 0 to 1, written 0 % to 100 %. */
    PERCENT,
    /** Milliseconds. */
    MILLISECONDS
  }

  /** A number of which lower is better. */
  static MetricValue lower(String name, String label, Scale scale) {
    return new MetricValue(name, label, scale, Metric.Direction.LOWER, false);
  }

  /** A number of which higher is better. */
  static MetricValue higher(String name, String label, Scale scale) {
    return new MetricValue(name, label, scale, Metric.Direction.HIGHER, false);
  }

  /** The same with a standard deviation beside it. */
  MetricValue deviating() {
    return new MetricValue(name, label, scale, better, true);
  }

  /** Its name, and that of its deviation where there is one. */
  List<String> names() {
    return deviates ? List.of(name, name + "_deviation") : List.of(name);
  }
}
