package studio.saddlepoint.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * The numbers of an evaluation.
 *
 * @param values by name, in this order, as far as asked for and possible: {@code fid}, {@code
 *     fid_infinity}, {@code kid}, {@code kid_deviation}, {@code inception_score}, {@code
 *     inception_score_deviation}, {@code precision}, {@code recall}, {@code f1}, {@code density},
 *     {@code coverage}, {@code mode_coverage}, {@code class_kl}, {@code fairness}, {@code
 *     sliced_wasserstein}, {@code memorisation}, {@code realism}, {@code ppl_z}, {@code ppl_w}
 * @param intervals 95 % intervals of some of the values, by the same names
 * @param classes the class histogram, where asked for and possible
 * @param neighbours nearest real images of some samples, the most suspicious of being copied first
 * @param realism how real each image looks, where asked for and possible
 * @param how how the numbers were made; those of different protocols are not to be compared
 * @param took how long it took
 * @param warnings what to bear in mind
 * @param reasons why values, or ends of intervals such as {@code realism.high}, are missing or not
 *     finite, by name
 */
public record EvaluationResult(
    Map<String, Double> values,
    Map<String, Interval> intervals,
    Optional<ClassBalance> classes,
    List<Neighbours> neighbours,
    Optional<RealismScores> realism,
    Protocol how,
    Duration took,
    List<Warning> warnings,
    Map<String, String> reasons) {
  /** Copies what it is given, keeping the order, and tells why values are not finite. */
  public EvaluationResult {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    neighbours = List.copyOf(neighbours);
    warnings = List.copyOf(warnings);
    Map<String, String> told = new LinkedHashMap<>(Reasons.of(withIntervals(values, intervals)));
    told.putAll(reasons);
    reasons = Collections.unmodifiableMap(told);
  }

  /** A result of which nothing is missing. */
  public EvaluationResult(
      Map<String, Double> values,
      Map<String, Interval> intervals,
      Optional<ClassBalance> classes,
      List<Neighbours> neighbours,
      Optional<RealismScores> realism,
      Protocol how,
      Duration took,
      List<Warning> warnings) {
    this(values, intervals, classes, neighbours, realism, how, took, warnings, Map.of());
  }

  /** The same with a warning more, the first of them. */
  EvaluationResult warned(Warning warning) {
    return new EvaluationResult(
        values,
        intervals,
        classes,
        neighbours,
        realism,
        how,
        took,
        Stream.concat(Stream.of(warning), warnings.stream()).toList(),
        reasons);
  }

  /** The same with more values that are missing. */
  EvaluationResult missing(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(reasons);
    more.forEach(all::putIfAbsent);
    return new EvaluationResult(
        values, intervals, classes, neighbours, realism, how, took, warnings, all);
  }

  /** A result without the scores of single images. */
  public EvaluationResult(
      Map<String, Double> values,
      Map<String, Interval> intervals,
      Optional<ClassBalance> classes,
      List<Neighbours> neighbours,
      Protocol how,
      Duration took,
      List<Warning> warnings) {
    this(values, intervals, classes, neighbours, Optional.empty(), how, took, warnings);
  }

  /** Values alone. */
  public EvaluationResult(
      Map<String, Double> values, Protocol how, Duration took, List<Warning> warnings) {
    this(values, Map.of(), Optional.empty(), List.of(), Optional.empty(), how, took, warnings);
  }

  /**
   * The numbers as they are kept with a run.
   *
   * @param time when they were made
   * @param step of which step
   * @param averaged of which weights
   */
  public ScoreCard score(Instant time, long step, boolean averaged) {
    return new ScoreCard(
        time, step, ScoreCard.weights(averaged), how.sentence(), how.settings(), withIntervals());
  }

  /**
   * The values with the ends of their intervals among them, {@code fid}, {@code fid.low}, {@code
   * fid.high}, as scores of a run are kept.
   */
  public Map<String, Double> withIntervals() {
    return withIntervals(values, intervals);
  }

  private static Map<String, Double> withIntervals(
      Map<String, Double> values, Map<String, Interval> intervals) {
    Map<String, Double> all = new LinkedHashMap<>(values);
    intervals.forEach(
        (name, interval) -> {
          all.put(name + ".low", interval.low());
          all.put(name + ".high", interval.high());
        });
    return all;
  }
}
