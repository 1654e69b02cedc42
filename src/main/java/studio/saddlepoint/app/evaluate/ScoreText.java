package studio.saddlepoint.app.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.run.ScoreCard;

/** Scores as text: for cards, tables, the clipboard and CSV files. */
final class ScoreText {
    private ScoreText() {}

    /** A measure's name, such as {@code FID}. */
    static String name(String measure) {
        return Messages.text("evaluate.measure." + measure);
    }

    /** A measure's value as a person reads it: a distance, or a share with three digits. */
    static String value(String measure, double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (measure.equals("human_threshold_ms")) {
            return Messages.text("evaluate.milliseconds", Math.round(value));
        }
        if (measure.startsWith("human_error")) {
            return Messages.text("evaluate.percent", Math.round(100 * value));
        }
        return measure.equals("fid")
                ? String.format(Locale.ENGLISH, Math.abs(value) < 10 ? "%.3f" : "%,.2f", value)
                : String.format(Locale.ENGLISH, "%.3f", value);
    }

    /** What a value means, in one sentence. */
    static String meaning(String measure, double value) {
        return measure.equals("fid") || measure.equals("f1")
                ? Messages.text("evaluate.meaning." + measure)
                : Messages.text(
                        "evaluate.meaning." + measure + (value < 0.5 ? ".low" : ".high"),
                        Math.round(100 * value));
    }

    /** A result in a few lines, to be quoted. */
    static String quote(String subject, String how, Map<String, Double> values) {
        return values.entrySet().stream()
                        .map(
                                each ->
                                        name(each.getKey())
                                                + " "
                                                + value(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "))
                + "\n"
                + how
                + "\n"
                + subject;
    }

    /** All scores as CSV (RFC 4180), one line each, with how each was made. */
    static String csv(List<ScoreGroup> groups) {
        List<String> measures =
                ScoreGroup.MEASURES.stream()
                        .filter(
                                each ->
                                        groups.stream()
                                                .anyMatch(group -> group.measures().contains(each)))
                        .toList();
        StringBuilder csv = new StringBuilder("step,weights,time,");
        measures.forEach(each -> csv.append(each).append(','));
        csv.append("how\r\n");
        for (ScoreGroup group : groups) {
            for (ScoreCard row : group.rows()) {
                csv.append(row.step()).append(',').append(row.weights()).append(',');
                csv.append(row.time());
                for (String measure : measures) {
                    Double value = row.values().get(measure);
                    csv.append(',').append(value == null ? "" : value.toString());
                }
                csv.append(",\"").append(row.how().replace("\"", "\"\"")).append("\"\r\n");
            }
        }
        return csv.toString();
    }
}
