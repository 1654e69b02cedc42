package studio.saddlepoint.app.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.Metric;
import studio.saddlepoint.metrics.Metric.Direction;

/** A number that an evaluation gives: how it is written, and which way is better. */
enum Measure {
    FID("fid", Scale.DISTANCE, Direction.LOWER),
    FID_INFINITY("fid_infinity", Scale.DISTANCE, Direction.LOWER),
    KID("kid", Scale.SMALL, Direction.LOWER),
    PRECISION("precision", Scale.SHARE, Direction.HIGHER),
    RECALL("recall", Scale.SHARE, Direction.HIGHER),
    F1("f1", Scale.SHARE, Direction.HIGHER),
    DENSITY("density", Scale.PLAIN, Direction.HIGHER),
    COVERAGE("coverage", Scale.SHARE, Direction.HIGHER),
    INCEPTION_SCORE("inception_score", Scale.PLAIN, Direction.HIGHER),
    REALISM("realism", Scale.PLAIN, Direction.HIGHER),
    MODE_COVERAGE("mode_coverage", Scale.SHARE, Direction.HIGHER),
    CLASS_KL("class_kl", Scale.SMALL, Direction.LOWER),
    FAIRNESS("fairness", Scale.SHARE, Direction.HIGHER),
    SLICED_WASSERSTEIN("sliced_wasserstein", Scale.SMALL, Direction.LOWER),
    MEMORISATION("memorisation", Scale.PLAIN, Direction.HIGHER),
    PPL_Z("ppl_z", Scale.DISTANCE, Direction.LOWER),
    PPL_W("ppl_w", Scale.DISTANCE, Direction.LOWER),
    HUMAN_ERROR("human_error", Scale.PERCENT, Direction.HIGHER),
    HUMAN_ERROR_REAL("human_error_real", Scale.PERCENT, Direction.HIGHER),
    HUMAN_ERROR_GENERATED("human_error_generated", Scale.PERCENT, Direction.HIGHER),
    HUMAN_THRESHOLD("human_threshold_ms", Scale.MILLISECONDS, Direction.HIGHER);

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
    private final Scale scale;
    private final Direction better;

    Measure(String key, Scale scale, Direction better) {
        this.key = key;
        this.scale = scale;
        this.better = better;
    }

    /** Its name among the values of a score. */
    String key() {
        return key;
    }

    /** The metric that gives it; empty for a person's. */
    Optional<Metric> metric() {
        return Stream.of(Metric.values())
                .filter(each -> each.valueNames().contains(key))
                .findFirst();
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
