package studio.saddlepoint.metrics.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.distribution.Statistics;

/** The collected findings of metrics: values, intervals, and what is shown beside them. */
public final class Findings {
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, Interval> intervals = new LinkedHashMap<>();
  private Optional<ClassBalance> classes = Optional.empty();
  private Optional<double[]> suspicion = Optional.empty();
  private Optional<double[]> realism = Optional.empty();
  private OptionalDouble confidence = OptionalDouble.empty();
  private OptionalDouble lineEnd = OptionalDouble.empty();

  void value(String name, double value) {
    values.put(name, value);
  }

  void interval(String name, Interval interval) {
    intervals.put(name, interval);
  }

  /** The median of the numbers of all images. */
  void median(String name, double[] each, MetricInput input) {
    value(name, Statistics.median(each));
    if (input.intervals()) {
      interval(name, Bootstrap.of(each, Statistics::median, input.seed()));
    }
  }

  void classes(ClassBalance found) {
    classes = Optional.of(found);
  }

  void suspicion(double[] found) {
    suspicion = Optional.of(found);
  }

  void realism(double[] found) {
    realism = Optional.of(found);
  }

  void confidence(double found) {
    confidence = OptionalDouble.of(found);
  }

  void lineEnd(OptionalDouble found) {
    lineEnd = found;
  }

  /** The values by name, in the order of the metrics. */
  public Map<String, Double> values() {
    Map<String, Double> sorted = new LinkedHashMap<>();
    for (Metric metric : Metrics.ALL) {
      for (String name : metric.valueNames()) {
        Double value = values.get(name);
        if (value != null) {
          sorted.put(name, value);
        }
      }
    }
    return sorted;
  }

  /** 95 % intervals of some of the values. */
  public Map<String, Interval> intervals() {
    return intervals;
  }

  /** The class histogram, where it was asked for. */
  public Optional<ClassBalance> classes() {
    return classes;
  }

  /** Of each generated image, how unlike a copy it is: the least is the most suspicious. */
  public Optional<double[]> suspicion() {
    return suspicion;
  }

  /** How real each generated image looks, where it was asked for. */
  public Optional<double[]> realism() {
    return realism;
  }

  /** Confidence in the classes of generated images over that in real ones. */
  public OptionalDouble confidence() {
    return confidence;
  }

  /** Where the line through FIDs ends, if no FID can be there. */
  public OptionalDouble lineEnd() {
    return lineEnd;
  }
}
