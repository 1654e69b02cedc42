package studio.saddlepoint.app.evaluate;

import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.Metric;

/** The references that samples can be compared with. */
enum ReferenceKind {
    /** The train split of the run's data set. */
    TRAIN,
    /** The part of it that was held back from the training. */
    HELD_OUT,
    /** A folder of images. */
    FOLDER,
    /** Statistics in an .npz file. */
    STATISTICS;

    private static final Set<Metric> OF_STATISTICS =
            Set.of(Metric.FID, Metric.FID_INFINITY, Metric.INCEPTION_SCORE);

    /** Its name for a person. */
    String title() {
        return Messages.text("evaluate.against." + name().toLowerCase(Locale.ROOT));
    }

    /** Whether a metric can be measured with an extractor against this. */
    boolean allows(Metric metric, Extractor extractor) {
        boolean here =
                switch (this) {
                    case TRAIN -> true;
                    case HELD_OUT -> metric != Metric.MEMORISATION;
                    case FOLDER ->
                            metric != Metric.MEMORISATION
                                    && !Metric.OF_PATHS.contains(metric)
                                    && (metric != Metric.CLASSES
                                            || extractor == Extractor.CLASSIFIER);
                    case STATISTICS -> OF_STATISTICS.contains(metric);
                };
        return here && extractor.gives(metric);
    }
}
