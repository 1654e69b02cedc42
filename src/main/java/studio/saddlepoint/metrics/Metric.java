package studio.saddlepoint.metrics;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The metrics, each with the names of its values in {@link EvaluationResult#values}. */
public enum Metric {
    /** Fréchet distance of features (Heusel et al. 2017); value {@code fid}. */
    FID(
            "FID",
            "How far the features of generated images, seen as one normal distribution, are from those of real ones.",
            Direction.LOWER,
            "fid"),
    /** FID for endless samples (Chong and Forsyth 2020); value {@code fid_infinity}. */
    FID_INFINITY(
            "FID∞",
            "The FID that endless samples would have, read off a line through FIDs of fewer samples.",
            Direction.LOWER,
            "fid_infinity"),
    /**
     * Kernel distance (Bińkowski et al. 2018); values {@code kid} and {@code kid_deviation} over
     * subsets.
     */
    KID(
            "KID",
            "How far generated features are from real ones by a cubic kernel; unbiased, so small negatives occur.",
            Direction.LOWER,
            "kid",
            "kid_deviation"),
    /**
     * Inception score (Salimans et al. 2016); values {@code inception_score} and {@code
     * inception_score_deviation} over splits.
     */
    INCEPTION_SCORE(
            "Inception score",
            "How sure a classifier is of each image and how evenly its classes occur; real images are not looked at.",
            Direction.HIGHER,
            "inception_score",
            "inception_score_deviation"),
    /**
     * Improved precision and recall (Kynkäänniemi et al. 2019); values {@code precision}, {@code
     * recall}, {@code f1}.
     */
    PRECISION_RECALL(
            "Precision and recall",
            "What share of generated images looks real, and what share of real images the generator can make.",
            Direction.HIGHER,
            "precision",
            "recall",
            "f1"),
    /** Density and coverage (Naeem et al. 2020); values {@code density}, {@code coverage}. */
    DENSITY_COVERAGE(
            "Density and coverage",
            "How many real images' neighbourhoods a generated one lies in, and what share of real images has one in its own; outliers matter less than for precision and recall.",
            Direction.HIGHER,
            "density",
            "coverage"),
    /** Class histogram; values {@code mode_coverage}, {@code class_kl}, {@code fairness}. */
    CLASSES(
            "Classes",
            "Whether the generator makes every class, as often as the data has it, in the eyes of a classifier, which sees some class in any image.",
            Direction.HIGHER,
            "mode_coverage",
            "class_kl",
            "fairness"),
    /** Sliced Wasserstein distance of features; value {@code sliced_wasserstein}. */
    SLICED_WASSERSTEIN(
            "Sliced Wasserstein",
            "How far features have to be moved to turn generated images into real ones, as root mean square along random directions.",
            Direction.LOWER,
            "sliced_wasserstein"),
    /**
     * Nearest training image against nearest held-out image; value {@code memorisation}, and {@link
     * Neighbours}.
     */
    MEMORISATION(
            "Memorisation",
            "How near generated images are to training images, compared with images kept apart: 1 is no nearer, well below 1 is copying.",
            Direction.HIGHER,
            "memorisation"),
    /** Realism score (Kynkäänniemi et al. 2019, equation 3); value {@code realism}. */
    REALISM(
            "Realism",
            "How deep inside the real images' manifold a typical generated image lies: 1 is its edge.",
            Direction.HIGHER,
            "realism"),
    /** Perceptual path length in z (Karras et al. 2019, equation 2); value {@code ppl_z}. */
    PPL_Z(
            "Path length (z)",
            "How much images change along paths between latent codes: smooth generators have short ones.",
            Direction.LOWER,
            "ppl_z"),
    /** Perceptual path length in w (Karras et al. 2019, equation 3); value {@code ppl_w}. */
    PPL_W(
            "Path length (w)",
            "How much images change along straight paths between codes as the generator maps them; where it has no mapping network, between those codes themselves.",
            Direction.LOWER,
            "ppl_w");

    /** Metrics that need a generator to walk through, not only its images. */
    public static final Set<Metric> OF_PATHS =
            Collections.unmodifiableSet(EnumSet.of(PPL_Z, PPL_W));

    /** Which way is better. */
    public enum Direction {
        /** Lower values are better. */
        LOWER,
        /** Higher values are better. */
        HIGHER
    }

    private final String label;
    private final String meaning;
    private final Direction direction;
    private final List<String> values;

    Metric(String label, String meaning, Direction direction, String... values) {
        this.label = label;
        this.meaning = meaning;
        this.direction = direction;
        this.values = List.of(values);
    }

    /** Its name in files: {@code precision_recall}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of some {@link #name()}s; names that are not known are passed over. */
    public static Set<Metric> named(Collection<String> names) {
        Set<Metric> found = EnumSet.allOf(Metric.class);
        found.removeIf(each -> !names.contains(each.name()));
        return found;
    }

    /** Its name for a person. */
    public String label() {
        return label;
    }

    /** What it tells, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Which way is better. */
    public Direction direction() {
        return direction;
    }

    /** Names of its values in {@link EvaluationResult#values}, the chief one first. */
    public List<String> valueNames() {
        return values;
    }
}
