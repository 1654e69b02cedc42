package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;

/**
 * How numbers were made, and what to bear in mind about them.
 *
 * @param request what was asked for
 * @param metrics what was measured
 * @param extractor with what features
 * @param reference against what
 */
record Provenance(
        EvaluationRequest request,
        Set<Metric> metrics,
        FeatureExtractor extractor,
        Reference reference) {
    private static final int ENOUGH_FOR_FID = 2_048;
    private static final int ENOUGH_FOR_KID = 2 * KernelDistance.SUBSET_SIZE;
    private static final int ENOUGH_FOR_SCORE = 5_000;
    private static final int ENOUGH_FOR_MANIFOLDS = 1_000;
    private static final int ENOUGH_A_CLASS = 30;
    private static final int ENOUGH_FOR_PATHS = 1_000;

    /** Such as {@code FID (Strokes classifier, 2,048 vs 2,048 of train, trunc none)}. */
    String how() {
        StringJoiner names = new StringJoiner(", ");
        for (Metric metric : Metric.values()) {
            if (metrics.contains(metric)) {
                names.add(name(metric));
            }
        }
        String images = text("%,d vs %s", request.samples(), reference.label());
        String truncation =
                request.truncation().isPresent()
                        ? text("trunc %s", request.truncation().getAsDouble())
                        : "trunc none";
        String note = extractor.note();
        return "%s (%s, %s, %s)".formatted(names, extractor.label(), images, truncation)
                + (note.isEmpty() ? "" : "; " + note);
    }

    private String name(Metric metric) {
        return switch (metric) {
            case FID -> "FID";
            case FID_INFINITY -> "FID∞ of %d sizes".formatted(FidInfinity.SIZES);
            case KID ->
                    text(
                            "KID %dx%,d",
                            KernelDistance.SUBSETS, KernelDistance.subsetSize(least(), least()));
            case INCEPTION_SCORE -> "inception score of %d splits".formatted(InceptionScore.SPLITS);
            case PRECISION_RECALL -> "precision and recall k=" + PrecisionRecall.NEIGHBOURS;
            case DENSITY_COVERAGE -> "density and coverage k=" + DensityCoverage.NEIGHBOURS;
            case CLASSES -> "classes";
            case SLICED_WASSERSTEIN ->
                    "sliced Wasserstein of %d directions".formatted(SlicedWasserstein.DIRECTIONS);
            case MEMORISATION ->
                    reference
                            .heldOut()
                            .map(other -> "memorisation against " + other.label())
                            .orElse("neighbours");
            case REALISM -> "realism k=" + PrecisionRecall.NEIGHBOURS;
            case PPL_Z -> text("path length in z of %,d steps", request.samples());
            case PPL_W -> text("path length in w of %,d steps", request.samples());
        };
    }

    /** What to bear in mind; nothing where all is well. */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        int samples = request.samples();
        boolean fid = metrics.contains(Metric.FID);
        boolean infinity = metrics.contains(Metric.FID_INFINITY);
        int real = reference.count();
        if (fid && samples < ENOUGH_FOR_FID) {
            warnings.add(
                    new Warning(
                            "Fewer than 2,048 samples: FID is biased upwards.",
                            Set.of(Metric.FID)));
        }
        if (real > 0 && real < samples) {
            warnings.add(
                    new Warning(
                            text(
                                    "There are only %,d real images to compare with %,d samples.",
                                    real, samples)));
        }
        if (fid && least() <= extractor.dimension()) {
            warnings.add(
                    new Warning(
                            text(
                                    "No more images than features (%,d): compare this FID only with others of the same number of images.",
                                    extractor.dimension()),
                            Set.of(Metric.FID)));
        }
        if (infinity && FidInfinity.sizes(samples)[0] <= 2 * extractor.dimension()) {
            warnings.add(
                    new Warning(
                            text(
                                    "FID∞ is a rough guess: the line needs more than %,d samples to be one with %,d features.",
                                    10 * extractor.dimension(), extractor.dimension()),
                            Set.of(Metric.FID_INFINITY)));
        }
        fewer(
                warnings,
                EnumSet.of(Metric.KID),
                least(),
                ENOUGH_FOR_KID,
                "KID's subsets are small and its deviation large");
        fewer(
                warnings,
                EnumSet.of(Metric.INCEPTION_SCORE),
                samples,
                ENOUGH_FOR_SCORE,
                "the inception score is biased downwards, the more so the more classes there are");
        fewer(
                warnings,
                EnumSet.of(Metric.PRECISION_RECALL, Metric.DENSITY_COVERAGE),
                least(),
                ENOUGH_FOR_MANIFOLDS,
                "precision, recall, density and coverage see the manifolds coarsely; compare only with the same number");
        fewer(
                warnings,
                EnumSet.of(Metric.CLASSES),
                samples,
                ENOUGH_A_CLASS * extractor.classNames().size(),
                "class shares are mostly chance, with fewer than 30 samples a class");
        fewer(
                warnings,
                Metric.OF_PATHS,
                samples,
                ENOUGH_FOR_PATHS,
                "few steps decide the path length");
        if (metrics.contains(Metric.MEMORISATION) && reference.heldOut().isEmpty()) {
            warnings.add(
                    new Warning(
                            "There are no held-out images to compare with, so memorisation has no number: look at the neighbours.",
                            Set.of(Metric.MEMORISATION)));
        }
        extractor.warnings().forEach(each -> warnings.add(new Warning(each)));
        return warnings;
    }

    /** The smaller number of both sides' images. */
    private int least() {
        return reference.count() > 0
                ? Math.min(reference.count(), request.samples())
                : request.samples();
    }

    /** Warns of some metrics, as far as they were measured, where there were too few images. */
    private void fewer(
            List<Warning> warnings, Set<Metric> some, int count, int enough, String consequence) {
        Set<Metric> measured = EnumSet.copyOf(some);
        measured.retainAll(metrics);
        if (!measured.isEmpty() && count < enough) {
            warnings.add(
                    new Warning(text("Fewer than %,d images: %s.", enough, consequence), measured));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
