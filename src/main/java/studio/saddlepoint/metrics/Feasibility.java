package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;
import studio.saddlepoint.metrics.metric.Metrics;

/**
 * The metrics among those asked for that can be measured, and why others cannot.
 *
 * @param metrics those that can, at least one
 * @param reasons sentences for a person, one for each reason to leave some out
 * @param missing why values that were asked for are missing, by their names
 */
record Feasibility(Set<Metric> metrics, List<String> reasons, Map<String, String> missing) {
  private static final int LEAST_REAL = 10;

  /**
   * Looks at what there is.
   *
   * @throws StudioException if nothing can be measured, or there are too few real images
   */
  static Feasibility of(
      ImageSource images,
      Reference reference,
      EvaluationRequest request,
      FeatureExtractor extractor) {
    if (reference.count() > 0 && reference.count() < LEAST_REAL) {
      throw new StudioException(
          English.of(
              "There %s (%s), too few to compare with. Choose at least %d, better 2,048 or more.",
              reference.count() == 1
                  ? "is only 1 real image"
                  : "are only " + reference.count() + " real images",
              reference.label(),
              LEAST_REAL));
    }
    Feasibility feasibility =
        new Feasibility(
            new LinkedHashSet<>(Metrics.ordered(request.metrics())),
            new ArrayList<>(),
            new LinkedHashMap<>());
    if (reference.images().isEmpty()) {
      String reason = "the reference is statistics alone, without its images.";
      feasibility.leaveOut(Metrics.needing(Need.ALL_FEATURES), reason);
      feasibility.leaveOut(Metrics.needing(Need.REAL_CLASSES), reason);
      feasibility.leaveOut(Metrics.needing(Need.REAL_IMAGES), reason);
    }
    if (extractor.classNames().isEmpty()) {
      feasibility.leaveOut(
          Metrics.needing(Need.CLASSES),
          extractor.label() + " tells no classes. Choose the classifier or Inception-v3.");
    }
    if (!(images instanceof LatentImages)) {
      feasibility.leaveOut(
          Metrics.needing(Need.GENERATOR), "it takes the generator, not only its images.");
    } else if (feasibility.metrics.stream().anyMatch(each -> each.needs(Need.GENERATOR))
        && extractor.perceive(((LatentImages) images).images(0, 1)).isEmpty()) {
      feasibility.leaveOut(
          Metrics.needing(Need.GENERATOR),
          extractor.label()
              + " looks at whole bytes alone, which hide small steps. Choose the classifier, pixels or VGG16.");
    }
    if (!(images instanceof LatentImages latent) || latent.encoder().isEmpty()) {
      feasibility.leaveOut(
          Metrics.needing(Need.ENCODER),
          "it takes the encoder of a VAE; a GAN gives no likelihood.");
    } else if (reference.images().isEmpty()) {
      feasibility.leaveOut(
          Metrics.needing(Need.ENCODER), "the reference is statistics alone, without its images.");
    }
    if (feasibility.metrics.isEmpty()) {
      throw new StudioException(
          "Nothing of what was asked for can be measured. "
              + String.join(" ", feasibility.reasons));
    }
    if (feasibility.metrics.contains(MemorisationMetric.MEMORISATION)
        && reference.heldOut().isEmpty()) {
      feasibility.missing(
          MemorisationMetric.MEMORISATION, "There are no held-out images to compare with.");
    }
    return feasibility;
  }

  /** Takes away what cannot be measured of what was asked for. */
  private void leaveOut(Set<Metric> impossible, String reason) {
    List<Metric> out = metrics.stream().filter(impossible::contains).toList();
    if (!out.isEmpty()) {
      metrics.removeAll(impossible);
      String names = out.stream().map(Metric::label).collect(Collectors.joining(", "));
      reasons.add(names + " left out: " + reason);
      out.forEach(each -> missing(each, "Left out: " + reason));
    }
  }

  private void missing(Metric metric, String reason) {
    metric.valueNames().forEach(name -> missing.put(name, reason));
  }
}
