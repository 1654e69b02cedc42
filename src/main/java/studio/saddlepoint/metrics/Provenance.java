package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import studio.saddlepoint.data.DataSet;

/**
 * How numbers were made, and what to bear in mind about them.
 *
 * @param request what was measured
 * @param extractor with what features
 * @param train against which images
 * @param test what a classifier was tested on
 * @param real number of real images
 */
record Provenance(
        EvaluationRequest request,
        FeatureExtractor extractor,
        DataSet train,
        DataSet test,
        int real) {
    private static final int ENOUGH_SAMPLES = 2_048;
    private static final double GOOD_ACCURACY = 0.9;

    /** Such as {@code FID (Strokes classifier, 2,048 vs 2,048 of train, trunc none)}. */
    String how() {
        StringJoiner names = new StringJoiner(", ");
        if (request.metrics().contains(Metric.FID)) {
            names.add("FID");
        }
        if (request.metrics().contains(Metric.PRECISION_RECALL)) {
            names.add("precision and recall k=" + PrecisionRecall.NEIGHBOURS);
        }
        String images =
                real == train.size()
                        ? text("%,d vs train", request.samples())
                        : text("%,d vs %,d of train", request.samples(), real);
        String truncation =
                request.truncation().isPresent()
                        ? text("trunc %s", request.truncation().getAsDouble())
                        : "trunc none";
        return "%s (%s, %s, %s)".formatted(names, extractor.label(), images, truncation)
                + accuracy();
    }

    private String accuracy() {
        return extractor instanceof ClassifierExtractor classifier
                ? text(
                        "; the classifier is right on %.1f %% of %s",
                        100 * classifier.accuracy(),
                        tested() ? "the test split" : "the images it was trained on")
                : "";
    }

    private boolean tested() {
        return !test.fingerprint().equals(train.fingerprint());
    }

    /** Sentences for a person; none where all is well. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        boolean fid = request.metrics().contains(Metric.FID);
        if (fid && request.samples() < ENOUGH_SAMPLES) {
            warnings.add("Fewer than 2,048 samples: FID is biased upwards.");
        }
        if (real < request.samples()) {
            warnings.add(
                    text(
                            "%s has only %,d images to compare with %,d samples.",
                            train.name(), real, request.samples()));
        }
        if (fid && Math.min(real, request.samples()) <= extractor.dimension()) {
            warnings.add(
                    text(
                            "No more images than features (%,d): compare this FID only with others of the same number of images.",
                            extractor.dimension()));
        }
        if (extractor instanceof ClassifierExtractor classifier
                && !(classifier.accuracy() >= GOOD_ACCURACY)) {
            warnings.add(
                    text(
                            "The classifier is right on only %.1f %% of the images it is tested on, so its features are coarse.",
                            100 * classifier.accuracy()));
        }
        return warnings;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
