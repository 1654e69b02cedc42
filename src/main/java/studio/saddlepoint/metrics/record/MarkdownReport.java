package studio.saddlepoint.metrics.record;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Escapes;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * A report as Markdown: a table for each way of measuring, then class shares and nearest real
 * pictures of each score, then the curves.
 */
final class MarkdownReport {
  private MarkdownReport() {}

  /** The file's content. */
  static String write(ScoreReport report) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(report.recipe()).append(" (").append(report.run()).append(")\n\n");
    report.groups().forEach(group -> scores(text, group));
    report.detailed().forEach(row -> details(text, row, report.details(row)));
    report.curves().forEach((kind, kept) -> curve(text, kind, kept));
    return text.toString();
  }

  static void scores(StringBuilder text, ScoreGroup group) {
    List<String> measures = group.measures();
    text.append("**").append(group.protocol()).append("**\n\n");
    settings(text, group.rows().stream().map(ScoreCard::settings).toList());
    head(text, Stream.concat(Stream.of("Step", "Weights"), measures.stream().map(ValueText::name)));
    for (ScoreCard row : group.rows()) {
      line(
          text,
          Stream.concat(
              Stream.of(Long.toString(row.step()), row.weights()),
              measures.stream().map(each -> cell(row, each))));
    }
    text.append('\n');
  }

  /** How numbers were made, a line for each setting; where they differ in one, all values. */
  private static void settings(StringBuilder text, List<ScoreSettings> ways) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (ScoreSettings way : ways) {
      for (String name : way.values().keySet()) {
        all.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(ValueText.setting(way, name));
      }
    }
    if (!all.isEmpty()) {
      head(text, Stream.of("Setting", "Value"));
      all.forEach((name, values) -> line(text, Stream.of(name, String.join(", ", values))));
      text.append('\n');
    }
  }

  private static String cell(ScoreCard row, String measure) {
    Map<String, Double> all = row.values();
    Double value = all.get(measure);
    if (value == null) {
      return "";
    }
    String written = ValueText.value(measure, value);
    Double deviation = Measure.of(measure).map(each -> all.get(each.deviation())).orElse(null);
    return written
        + (deviation == null ? "" : " ± " + ValueText.value(measure, deviation))
        + ScoreValues.interval(all, measure)
            .map(each -> " (" + ValueText.interval(measure, each) + ")")
            .orElse("");
  }

  private static void details(StringBuilder text, ScoreCard row, EvaluationRecord.Details details) {
    text.append("## ")
        .append(
            English.of(
                "Step %,d, %s: %s", row.step(), row.weights(), Protocol.of(row).conditions()))
        .append("\n\n");
    warnings(text, Warning.texts(details.warnings()));
    details.classes().ifPresent(classes -> classes(text, classes));
    if (!details.neighbours().isEmpty()) {
      neighbours(text, details.neighbours());
    }
  }

  private static void warnings(StringBuilder text, List<String> warnings) {
    if (!warnings.isEmpty()) {
      warnings.forEach(each -> text.append("- ").append(each).append('\n'));
      text.append('\n');
    }
  }

  private static void classes(StringBuilder text, ClassBalance classes) {
    head(text, Stream.of("Class", "Real", "Generated"));
    for (int i = 0; i < classes.names().size(); i++) {
      line(
          text,
          Stream.of(
              classes.names().get(i),
              ValueText.percent(classes.real()[i]),
              ValueText.percent(classes.generated()[i])));
    }
    text.append('\n');
  }

  private static void neighbours(StringBuilder text, List<EvaluationRecord.Near> all) {
    int nearest = all.stream().mapToInt(each -> each.distances().length).max().orElse(0);
    head(
        text,
        Stream.concat(
            IntStream.rangeClosed(1, nearest).mapToObj(each -> "Distance " + each),
            Stream.of(ValueText.name("realism"))));
    for (EvaluationRecord.Near each : all) {
      line(
          text,
          Stream.concat(
              IntStream.range(0, nearest)
                  .mapToObj(
                      i -> i < each.distances().length ? English.value(each.distances()[i]) : ""),
              Stream.of(English.value(each.realism()))));
    }
    text.append('\n');
  }

  private static void curve(StringBuilder text, MetricCurveKind kind, CurveRecord kept) {
    text.append("## ").append(kind.title()).append("\n\n");
    text.append(kept.description()).append("\n\n");
    settings(text, List.of(kept.curve().settings()));
    head(
        text,
        Stream.concat(
            Stream.of(kept.curve().xLabel()),
            kept.curve().series().stream().map(MarkdownReport::series)));
    kept.curve()
        .points()
        .forEach(
            point ->
                line(
                    text,
                    DoubleStream.concat(DoubleStream.of(point.x()), DoubleStream.of(point.values()))
                        .mapToObj(English::value)));
    text.append('\n');
    warnings(
        text,
        Stream.concat(
                PointWarnings.lines(kind, kept.curve().points()).stream(),
                Warning.texts(kept.curve().warnings()).stream())
            .toList());
  }

  /** A measure's name; a line through points has only its own. */
  private static String series(String key) {
    return ValueText.name(key);
  }

  private static void head(StringBuilder text, Stream<String> names) {
    List<String> all = names.toList();
    line(text, all.stream());
    line(text, all.stream().map(each -> "---"));
  }

  private static void line(StringBuilder text, Stream<String> cells) {
    text.append(
            cells
                .map(each -> Escapes.name(each).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }
}
