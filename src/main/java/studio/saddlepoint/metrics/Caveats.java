package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.KernelDistance;

/**
 * The meaning of numbers of images for the metrics measured of them.
 *
 * @param metrics what was measured
 * @param fake number of generated images; 0 where it is not known
 * @param real number of real images; 0 where it is not known
 * @param features numbers in a feature
 * @param classes that the extractor tells apart; 0 where none
 * @param alone whether there are no held-out images to compare with
 */
record Caveats(Set<Metric> metrics, int fake, int real, int features, int classes, boolean alone) {
    private static final int ENOUGH_FOR_FID = 2_048;
    private static final int ENOUGH_FOR_KID = 2 * KernelDistance.SUBSET_SIZE;
    private static final int ENOUGH_FOR_SCORE = 5_000;
    private static final int ENOUGH_FOR_MANIFOLDS = 1_000;
    private static final int ENOUGH_A_CLASS = 30;
    private static final int ENOUGH_FOR_PATHS = 1_000;

    /** What to bear in mind; nothing where all is well. */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        boolean fid = metrics.contains(Metric.FID);
        boolean infinity = metrics.contains(Metric.FID_INFINITY);
        if (fid && fake > 0 && fake < ENOUGH_FOR_FID) {
            warnings.add(
                    new Warning(
                            "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.",
                            Set.of(Metric.FID)));
        }
        if (real > 0 && real < fake) {
            warnings.add(
                    new Warning(
                            text(
                                    "There are only %,d real images to compare with %,d samples.",
                                    real, fake)));
        }
        if (fid && least() > 0 && least() <= features) {
            warnings.add(
                    new Warning(
                            text(
                                    "No more images than features (%,d): compare this FID only with others of the same number of images.",
                                    features),
                            Set.of(Metric.FID)));
        }
        if (infinity && fake > 0 && FidInfinity.sizes(fake)[0] <= 2 * features) {
            warnings.add(
                    new Warning(
                            text(
                                    "FID∞ is a rough guess: the line needs more than %,d samples to be one with %,d features.",
                                    10 * features, features),
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
                fake,
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
                fake,
                ENOUGH_A_CLASS * classes,
                "class shares are mostly chance, with fewer than 30 samples a class");
        fewer(
                warnings,
                Metric.OF_PATHS,
                fake,
                ENOUGH_FOR_PATHS,
                "few steps decide the path length");
        if (metrics.contains(Metric.MEMORISATION) && alone) {
            warnings.add(
                    new Warning(
                            "There are no held-out images to compare with, so memorisation has no number: look at the neighbours.",
                            Set.of(Metric.MEMORISATION)));
        }
        return warnings;
    }

    /** The smaller number of both sides' images, as far as they are known; 0 where none is. */
    private int least() {
        return real > 0 && fake > 0 ? Math.min(real, fake) : Math.max(real, fake);
    }

    /** Warns of some metrics, as far as they were measured, where there were too few images. */
    private void fewer(
            List<Warning> warnings, Set<Metric> some, int count, int enough, String consequence) {
        Set<Metric> measured = EnumSet.copyOf(some);
        measured.retainAll(metrics);
        if (!measured.isEmpty() && count > 0 && count < enough) {
            warnings.add(
                    new Warning(text("Fewer than %,d images: %s.", enough, consequence), measured));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
