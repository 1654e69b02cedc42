package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;

/**
 * Which of the metrics asked for can be measured, and why others cannot.
 *
 * @param metrics those that can, at least one
 * @param reasons sentences for a person, one for each reason to leave some out
 */
record Possible(Set<Metric> metrics, List<String> reasons) {
    private static final int LEAST_REAL = 10;

    /**
     * Looks at what there is.
     *
     * @throws StudioException if nothing can be measured, or there are too few real images
     */
    static Possible of(
            ImageSource images,
            Reference reference,
            EvaluationRequest request,
            FeatureExtractor extractor) {
        if (reference.count() > 0 && reference.count() < LEAST_REAL) {
            throw new StudioException(
                    "There are only %d real images (%s), too few to compare with. Choose at least %d, better 2,048 or more."
                            .formatted(reference.count(), reference.label(), LEAST_REAL));
        }
        Set<Metric> left = EnumSet.copyOf(request.metrics());
        List<String> reasons = new ArrayList<>();
        if (reference.images().isEmpty()) {
            leaveOut(
                    left,
                    Measurement.OVER_PAIRS,
                    "%s left out: the reference is statistics alone, without its images.",
                    reasons);
            leaveOut(
                    left,
                    EnumSet.of(Metric.CLASSES),
                    "%s left out: the reference is statistics alone, without its images.",
                    reasons);
        }
        if (extractor.classNames().isEmpty()) {
            leaveOut(
                    left,
                    EnumSet.of(Metric.INCEPTION_SCORE, Metric.CLASSES),
                    "%s left out: "
                            + extractor.label()
                            + " tells no classes. Choose the classifier or Inception-v3.",
                    reasons);
        }
        if (!(images instanceof LatentImages)) {
            leaveOut(
                    left,
                    Metric.OF_PATHS,
                    "%s left out: it takes the generator, not only its images.",
                    reasons);
        } else if (left.stream().anyMatch(Metric.OF_PATHS::contains)
                && extractor.perceive(((LatentImages) images).images(0, 1)).isEmpty()) {
            leaveOut(
                    left,
                    Metric.OF_PATHS,
                    "%s left out: "
                            + extractor.label()
                            + " looks at whole bytes alone, which hide small steps. Choose the classifier, pixels or VGG16.",
                    reasons);
        }
        if (left.isEmpty()) {
            throw new StudioException(
                    "Nothing of what was asked for can be measured. " + String.join(" ", reasons));
        }
        return new Possible(left, reasons);
    }

    private static void leaveOut(
            Set<Metric> left, Set<Metric> impossible, String reason, List<String> reasons) {
        String names =
                left.stream()
                        .filter(impossible::contains)
                        .map(Metric::label)
                        .collect(Collectors.joining(", "));
        if (left.removeAll(impossible)) {
            reasons.add(reason.formatted(names));
        }
    }
}
