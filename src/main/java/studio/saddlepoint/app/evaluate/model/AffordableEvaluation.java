package studio.saddlepoint.app.evaluate.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.metric.DensityCoverageMetric;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;

/**
 * An evaluation that takes about half a minute at most, or as little as still says something.
 *
 * <p>By itself it never asks for more than 2,048 pictures: FIDs of different numbers cannot be
 * compared, and that is what trainings measure of themselves. It never asks for fewer than 1,024
 * either, of which precision and recall see the manifolds, nor for fewer than there are features.
 *
 * @param extractor what turns pictures into features
 * @param samples how many pictures
 * @param metrics what to measure
 */
public record AffordableEvaluation(ExtractorKind extractor, int samples, Set<Metric> metrics) {
  /** What a person waits for without going away. */
  static final double SECONDS = 30;

  private static final int MOST = 2048;
  private static final int LEAST = 1024;

  private static final List<Set<Metric>> METRICS =
      List.of(
          Metrics.USUAL,
          without(KidMetric.KID),
          without(KidMetric.KID, MemorisationMetric.MEMORISATION),
          without(
              KidMetric.KID,
              MemorisationMetric.MEMORISATION,
              DensityCoverageMetric.DENSITY_COVERAGE));

  private static Set<Metric> without(Metric... left) {
    Set<Metric> some = new LinkedHashSet<>(Metrics.USUAL);
    List.of(left).forEach(some::remove);
    return some;
  }

  /**
   * The best that fits; where nothing does, what takes least.
   *
   * @param choices what is not free
   * @param situation what there is
   * @param seconds how long an evaluation takes
   */
  static AffordableEvaluation of(
      Choices choices, Situation situation, ToDoubleFunction<AffordableEvaluation> seconds) {
    List<AffordableEvaluation> candidates = new ArrayList<>();
    for (ExtractorKind extractor : extractors(choices, situation)) {
      for (int samples : samples(choices, extractor)) {
        for (Set<Metric> metrics : choices.metrics().map(List::of).orElse(METRICS)) {
          candidates.add(new AffordableEvaluation(extractor, samples, metrics));
        }
      }
    }
    return candidates.stream()
        .filter(each -> seconds.applyAsDouble(each) <= SECONDS)
        .findFirst()
        .orElseGet(() -> candidates.stream().min(Comparator.comparingDouble(seconds)).get());
  }

  /**
   * A classifier that still has to learn takes minutes; where there are no labels, there is none.
   */
  private static List<ExtractorKind> extractors(Choices choices, Situation situation) {
    if (choices.extractor().isPresent()) {
      return List.of(choices.extractor().get());
    }
    if (situation.classifierKept()) {
      return List.of(ClassifierKind.CLASSIFIER);
    }
    ExtractorKind other = situation.convolves() ? RandomConvolutionKind.RANDOM : PixelKind.PIXELS;
    return situation.labelled() > 0 ? List.of(ClassifierKind.CLASSIFIER, other) : List.of(other);
  }

  private static List<Integer> samples(Choices choices, ExtractorKind extractor) {
    if (choices.samples().isPresent()) {
      return List.of(choices.samples().getAsInt());
    }
    return extractor.slow() ? List.of(MOST) : List.of(MOST, LEAST);
  }
}
