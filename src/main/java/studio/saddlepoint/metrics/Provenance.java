package studio.saddlepoint.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * How numbers were made, and what to bear in mind about them.
 *
 * @param request what was measured
 * @param extractor with what features
 * @param reference against what
 */
record Provenance(EvaluationRequest request, FeatureExtractor extractor, Reference reference) {
    private static final int ENOUGH_SAMPLES = 2_048;

    /** Such as {@code FID (Strokes classifier, 2,048 vs 2,048 of train, trunc none)}. */
    String how() {
        StringJoiner names = new StringJoiner(", ");
        if (request.metrics().contains(Metric.FID)) {
            names.add("FID");
        }
        if (request.metrics().contains(Metric.PRECISION_RECALL)) {
            names.add("precision and recall k=" + PrecisionRecall.NEIGHBOURS);
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

    /** Sentences for a person; none where all is well. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        boolean fid = request.metrics().contains(Metric.FID);
        int real = reference.count();
        if (fid && request.samples() < ENOUGH_SAMPLES) {
            warnings.add("Fewer than 2,048 samples: FID is biased upwards.");
        }
        if (real > 0 && real < request.samples()) {
            warnings.add(
                    text(
                            "There are only %,d real images to compare with %,d samples.",
                            real, request.samples()));
        }
        int least = real > 0 ? Math.min(real, request.samples()) : request.samples();
        if (fid && least <= extractor.dimension()) {
            warnings.add(
                    text(
                            "No more images than features (%,d): compare this FID only with others of the same number of images.",
                            extractor.dimension()));
        }
        warnings.addAll(extractor.warnings());
        return warnings;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
