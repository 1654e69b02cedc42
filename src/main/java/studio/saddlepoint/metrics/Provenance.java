package studio.saddlepoint.metrics;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.run.ScoreSettings;

/** Writes down how numbers are made. */
final class Provenance {
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
                        seenBy(extractor),
                        new Side(
                                images instanceof LatentImages
                                        ? Side.Kind.SAMPLES
                                        : Side.Kind.FOLDER,
                                "",
                                request.samples(),
                                true),
                        reference.side());
        truncation(settings, request.truncation());
        if (images instanceof LatentImages latent && latent.standingStatistics()) {
            settings.put(MetricProtocol.STATISTICS, MetricProtocol.STANDING);
        }
        request.keep()
                .ifPresent(
                        keep -> {
                            settings.put(MetricProtocol.KEEP, keep.share());
                            settings.put(MetricProtocol.KEEP_BY, keep.by().id());
                        });
        settings.put("seed", request.seed());
        settings.put("intervals", request.intervals());
        int real = reference.side().count();
        int least = real > 0 ? Math.min(real, request.samples()) : request.samples();
        metrics.stream()
                .sorted()
                .forEach(each -> settings.putAll(of(each, request.samples(), least, reference)));
        return new MetricProtocol(new ScoreSettings(settings));
    }

    private static void truncation(Map<String, Object> settings, OptionalDouble truncation) {
        if (truncation.isPresent()) {
            settings.put(MetricProtocol.TRUNCATION, truncation.getAsDouble());
        } else {
            settings.put(MetricProtocol.TRUNCATION, "none");
        }
    }

    private static MetricProtocol.SeenBy seenBy(FeatureExtractor extractor) {
        return new MetricProtocol.SeenBy(
                extractor.label(),
                extractor.dimension(),
                extractor.classNames().size(),
                extractor.note(),
                extractor.warnings());
    }

    private static Map<String, Object> of(
            Metric metric, int samples, int least, Reference reference) {
        String key = metric.key();
        return switch (metric) {
            case FID, CLASSES -> Map.of();
            case FID_INFINITY -> Map.of(key + "_sizes", (long) FidInfinity.SIZES);
            case KID ->
                    Map.of(
                            key + "_subsets",
                            (long) KernelDistance.SUBSETS,
                            key + "_subset_size",
                            (long) KernelDistance.subsetSize(least, least));
            case INCEPTION_SCORE -> Map.of(key + "_splits", (long) InceptionScore.SPLITS);
            case PRECISION_RECALL, REALISM -> Map.of(key + "_k", (long) PrecisionRecall.NEIGHBOURS);
            case DENSITY_COVERAGE -> Map.of(key + "_k", (long) DensityCoverage.NEIGHBOURS);
            case SLICED_WASSERSTEIN ->
                    Map.of(key + "_directions", (long) SlicedWasserstein.DIRECTIONS);
            case MEMORISATION ->
                    reference
                            .heldOut()
                            .map(other -> Map.<String, Object>of(key + "_against", other.label()))
                            .orElse(Map.of());
            case PPL_Z, PPL_W -> Map.of(key + "_steps", (long) samples);
        };
    }
}
