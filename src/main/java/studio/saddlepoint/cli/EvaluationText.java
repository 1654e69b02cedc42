package studio.saddlepoint.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.Warning;

/** The numbers of an evaluation, for machines and for people. */
final class EvaluationText {
  /** Where the name in files does not say what is measured. */
  private static final Map<String, String> NAMES = Map.of("fairness", "fairness (class balance)");

  private EvaluationText() {}

  /** Adds the values, and how they were made, to a JSON document. */
  static void add(Map<String, Object> document, EvaluationResult result) {
    document.put("how", result.how().sentence());
    document.put("settings", result.how().settings().values());
    document.put("values", values(result));
    document.put("reasons", result.reasons());
    Map<String, Object> intervals = new LinkedHashMap<>();
    result.intervals().forEach((name, interval) -> intervals.put(name, bounds(interval)));
    document.put("intervals", intervals);
    result.classes().ifPresent(classes -> document.put("classes", shares(classes)));
    document.put("seconds", result.took().toMillis() / 1000.0);
    document.put("warnings", Warning.texts(result.warnings()));
  }

  /** What to bear in mind of several extractors' results, each once. */
  static List<String> warnings(List<EvaluationResult> results) {
    return results.stream()
        .flatMap(each -> Warning.texts(each.warnings()).stream())
        .distinct()
        .toList();
  }

  /** The same of several extractors' results, each in a document of its own. */
  static void add(Map<String, Object> document, List<EvaluationResult> results) {
    if (results.size() == 1) {
      add(document, results.get(0));
      return;
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (EvaluationResult each : results) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("extractor", each.how().settings().text("extractor"));
      add(part, each);
      parts.add(part);
    }
    document.put("evaluations", parts);
  }

  /** The values, and those that were asked for and are missing, as null. */
  private static Map<String, @Nullable Double> values(EvaluationResult result) {
    Map<String, @Nullable Double> values = new LinkedHashMap<>(result.values());
    for (Metric metric : Metrics.ALL) {
      for (String name : metric.valueNames()) {
        if (result.reasons().containsKey(name)) {
          values.putIfAbsent(name, null);
        }
      }
    }
    return values;
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

  /** The values of several extractors' results, line by line. */
  static String of(String before, List<EvaluationResult> results) {
    return results.stream()
        .map(each -> of(before, each))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** The values line by line. */
  static String of(String before, EvaluationResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(Escapes.name(before + result.how().sentence()));
    result.values().forEach((name, value) -> lines.add(line(name, value, result)));
    lines.add("  took " + Durations.text(result.took()));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(String name, double value, EvaluationResult result) {
    String reason = result.reasons().get(name);
    String line =
        String.format(
            Locale.ENGLISH,
            "  %-26s %s",
            NAMES.getOrDefault(name, name),
            number(value) + (reason == null ? "" : ": " + reason));
    Interval interval = result.intervals().get(name);
    return interval == null
        ? line
        : String.format(
            Locale.ENGLISH,
            "%s (95 %%: %s to %s)",
            line,
            number(interval.low()),
            number(interval.high()));
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? "∞" : String.format(Locale.ENGLISH, "%.4g", value);
  }
}
