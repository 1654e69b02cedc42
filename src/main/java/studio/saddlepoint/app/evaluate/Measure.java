package studio.saddlepoint.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.Metric.Direction;

/** A number that an evaluation gives: how it is written, and which way is better. */
enum Measure {
    FID("fid", "FID", Scale.DISTANCE, Direction.LOWER),
    FID_INFINITY("fid_infinity", "FID∞", Scale.DISTANCE, Direction.LOWER),
    KID("kid", "KID", Scale.SMALL, Direction.LOWER),
    PRECISION("precision", "precision and recall", Scale.SHARE, Direction.HIGHER),
    RECALL("recall", "precision and recall", Scale.SHARE, Direction.HIGHER),
    F1("f1", "precision and recall", Scale.SHARE, Direction.HIGHER),
    DENSITY("density", "density and coverage", Scale.PLAIN, Direction.HIGHER),
    COVERAGE("coverage", "density and coverage", Scale.SHARE, Direction.HIGHER),
    INCEPTION_SCORE("inception_score", "inception score", Scale.PLAIN, Direction.HIGHER),
    REALISM("realism", "realism", Scale.PLAIN, Direction.HIGHER),
    MODE_COVERAGE("mode_coverage", "classes", Scale.SHARE, Direction.HIGHER),
    CLASS_KL("class_kl", "classes", Scale.SMALL, Direction.LOWER),
    FAIRNESS("fairness", "classes", Scale.SHARE, Direction.HIGHER),
    SLICED_WASSERSTEIN("sliced_wasserstein", "sliced Wasserstein", Scale.SMALL, Direction.LOWER),
    MEMORISATION("memorisation", "memorisation", Scale.PLAIN, Direction.HIGHER),
    PPL_Z("ppl_z", "path length in z", Scale.DISTANCE, Direction.LOWER),
    PPL_W("ppl_w", "path length in w", Scale.DISTANCE, Direction.LOWER),
    HUMAN_ERROR("human_error", "", Scale.PERCENT, Direction.HIGHER),
    HUMAN_ERROR_REAL("human_error_real", "", Scale.PERCENT, Direction.HIGHER),
    HUMAN_ERROR_GENERATED("human_error_generated", "", Scale.PERCENT, Direction.HIGHER),
    HUMAN_THRESHOLD("human_threshold_ms", "", Scale.MILLISECONDS, Direction.HIGHER);

    /** How values are written. */
    enum Scale {
        /** From 0 up, in the tens. */
        DISTANCE,
        /** Mostly far below 1. */
        SMALL,
        /** 0 to 1. */
        SHARE,
        /** Around 1. */
        PLAIN,
        /** 0 to 1, written 0 % to 100 %. */
        PERCENT,
        /** Milliseconds. */
        MILLISECONDS
    }

    private final String key;
    private final String made;
    private final Scale scale;
    private final Direction better;

    Measure(String key, String made, Scale scale, Direction better) {
        this.key = key;
        this.made = made;
        this.scale = scale;
        this.better = better;
    }

    /** Its name among the values of a score. */
    String key() {
        return key;
    }

    /** What it is called where it is told how numbers were made; empty for a person's. */
    String made() {
        return made;
    }

    /** The name of its standard deviation. */
    String deviation() {
        return key + "_deviation";
    }

    /** How it is written. */
    Scale scale() {
        return scale;
    }

    /** Which way is better. */
    Direction better() {
        return better;
    }

    /** The measure of a name; empty for deviations, counts, and what is not known. */
    static Optional<Measure> of(String key) {
        return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** All names in the order in which they are shown. */
    static List<String> keys() {
        return Stream.of(values()).map(Measure::key).toList();
    }
}
