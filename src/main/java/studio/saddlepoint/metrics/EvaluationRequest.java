package studio.saddlepoint.metrics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.metric.Metric;

/**
 * The wishes for an evaluation: what to measure, and how.
 *
 * @param extractor what turns images into features
 * @param samples number of images to generate, at least 10
 * @param truncation threshold of the resampled truncated normal latents, or none
 * @param keep which share of the samples drawn is measured; empty for all
 * @param metrics what to compute
 * @param seed decides the latents and classes
 * @param intervals whether to tell 95 % intervals as well, which takes longer
 */
public record EvaluationRequest(
    ExtractorChoice extractor,
    int samples,
    OptionalDouble truncation,
    Optional<KeepBest> keep,
    Set<Metric> metrics,
    long seed,
    boolean intervals) {
  private static final int LEAST_SAMPLES = 10;

  /**
   * Checks the request.
   *
   * @throws StudioException if there are too few samples, nothing to compute, or the truncation is
   *     too strong
   */
  public EvaluationRequest {
    metrics = Set.copyOf(metrics);
    if (samples < LEAST_SAMPLES) {
      throw new StudioException(
          English.of(
              "An evaluation of %d samples says nothing. Choose at least %d, better 2,048 or more.",
              samples, LEAST_SAMPLES));
    }
    if (metrics.isEmpty()) {
      throw new StudioException("No metric is chosen. Choose at least one, such as FID.");
    }
    if (truncation.isPresent() && !(truncation.getAsDouble() >= LatentCodes.LEAST_THRESHOLD)) {
      throw new StudioException(
          "The truncation threshold is "
              + truncation.getAsDouble()
              + ". Choose one of at least "
              + LatentCodes.LEAST_THRESHOLD
              + ", such as 1, or none.");
    }
  }

  /** A request of all samples drawn. */
  public EvaluationRequest(
      ExtractorChoice extractor,
      int samples,
      OptionalDouble truncation,
      Set<Metric> metrics,
      long seed,
      boolean intervals) {
    this(extractor, samples, truncation, Optional.empty(), metrics, seed, intervals);
  }

  /** The same of the best samples only. */
  public EvaluationRequest keeping(Optional<KeepBest> best) {
    return new EvaluationRequest(extractor, samples, truncation, best, metrics, seed, intervals);
  }

  /**
   * One request for each extractor of a plan, of the same samples; this one's own extractor is not
   * asked.
   */
  public List<EvaluationRequest> parts(ExtractorPlan plan) {
    return plan.parts(metrics).entrySet().stream()
        .map(
            each ->
                new EvaluationRequest(
                    each.getKey(), samples, truncation, keep, each.getValue(), seed, intervals))
        .toList();
  }

  /** A request with intervals. */
  public EvaluationRequest(
      ExtractorChoice extractor,
      int samples,
      OptionalDouble truncation,
      Set<Metric> metrics,
      long seed) {
    this(extractor, samples, truncation, metrics, seed, true);
  }
}
