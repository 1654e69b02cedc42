package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.metric.ComparedImages;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.run.event.ScoreSettings;

/** Writes down how numbers are made. */
final class Provenance {
  /** Where a method with labels is compared with one without. */
  static final String KNOWN_LABELS =
      "The features learnt the labels that the training was given: it scores better by them than it"
          + " looks. To compare it with trainings without labels, choose the classifier of other"
          + " pictures or random convolutions.";

  private Provenance() {}

  /**
   * The settings of a measurement.
   *
   * @param request what was asked for
   * @param metrics what is measured
   * @param images what it is measured of
   * @param extractor with what features
   * @param reference against what
   */
  static MetricProtocol of(
      EvaluationRequest request,
      Set<Metric> metrics,
      ImageSource images,
      FeatureExtractor extractor,
      Reference reference) {
    Map<String, Object> settings =
        MetricProtocol.settings(
            metrics,
            seenBy(extractor, taught(request, images)),
            new Side(
                images instanceof LatentImages ? Side.Kind.SAMPLES : Side.Kind.FOLDER,
                "",
                request.samples(),
                true),
            reference.side());
    truncation(settings, request.truncation());
    if (images instanceof LatentImages latent && latent.standingStatistics()) {
      settings.put(MetricProtocol.STATISTICS, MetricProtocol.STANDING);
    }
    if (images instanceof LatentImages latent) {
      MetricProtocol.put(settings, latent.inW());
    }
    request
        .keep()
        .ifPresent(
            keep -> {
              settings.put(MetricProtocol.KEEP, keep.share());
              settings.put(MetricProtocol.KEEP_BY, keep.by().id());
            });
    settings.put("seed", request.seed());
    settings.put("intervals", request.intervals());
    int real = reference.side().count();
    int least = real > 0 ? Math.min(real, request.samples()) : request.samples();
    ComparedImages compared =
        new ComparedImages(request.samples(), least, reference.heldOut().map(Reference::label));
    metrics.stream()
        .sorted(Metrics.ORDER)
        .forEach(each -> settings.putAll(each.settings(compared)));
    return new MetricProtocol(new ScoreSettings(settings));
  }

  private static void truncation(Map<String, Object> settings, OptionalDouble truncation) {
    if (truncation.isPresent()) {
      settings.put(MetricProtocol.TRUNCATION, truncation.getAsDouble());
    } else {
      settings.put(MetricProtocol.TRUNCATION, "none");
    }
  }

  /** Whether the features know the labels that the training was given. */
  private static boolean taught(EvaluationRequest request, ImageSource images) {
    return request.extractor().kind().learnsData()
        && images instanceof LatentImages latent
        && latent.knowLabels();
  }

  private static MetricProtocol.SeenBy seenBy(FeatureExtractor extractor, boolean taught) {
    List<String> warnings = new ArrayList<>(extractor.warnings());
    if (taught) {
      warnings.add(KNOWN_LABELS);
    }
    return new MetricProtocol.SeenBy(
        extractor.label(),
        extractor.dimension(),
        extractor.classNames().size(),
        extractor.note(),
        warnings);
  }
}
