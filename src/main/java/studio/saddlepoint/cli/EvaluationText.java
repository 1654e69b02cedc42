package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Warning;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;

/** What was measured, for machines and for people. */
final class EvaluationText {
    private EvaluationText() {}

    /** Adds the values, and how they were made, to a JSON document. */
    static void add(Map<String, Object> document, EvaluationResult result) {
        document.put("how", result.how().sentence());
        document.put("settings", result.how().settings().values());
        document.put("values", result.values());
        Map<String, Object> intervals = new LinkedHashMap<>();
        result.intervals().forEach((name, interval) -> intervals.put(name, bounds(interval)));
        document.put("intervals", intervals);
        result.classes().ifPresent(classes -> document.put("classes", shares(classes)));
        document.put("seconds", result.took().toMillis() / 1000.0);
        document.put("warnings", Warning.texts(result.warnings()));
    }

    private static List<Map<String, Object>> shares(ClassBalance classes) {
        List<Map<String, Object>> shares = new ArrayList<>();
        for (int i = 0; i < classes.names().size(); i++) {
            Map<String, Object> share = new LinkedHashMap<>();
            share.put("name", classes.names().get(i));
            share.put("real", classes.real()[i]);
            share.put("fake", classes.generated()[i]);
            shares.add(share);
        }
        return shares;
    }

    private static Map<String, Double> bounds(Interval interval) {
        Map<String, Double> bounds = new LinkedHashMap<>();
        bounds.put("low", interval.low());
        bounds.put("high", interval.high());
        return bounds;
    }

    /** The values line by line. */
    static String of(String before, EvaluationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(before + result.how().sentence());
        result.values().forEach((name, value) -> lines.add(line(name, value, result)));
        lines.add("  took " + Durations.text(result.took()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String name, double value, EvaluationResult result) {
        String line = String.format(Locale.ENGLISH, "  %-26s %.4g", name, value);
        Interval interval = result.intervals().get(name);
        return interval == null
                ? line
                : String.format(
                        Locale.ENGLISH,
                        "%s (95 %%: %.4g to %.4g)",
                        line,
                        interval.low(),
                        interval.high());
    }
}
