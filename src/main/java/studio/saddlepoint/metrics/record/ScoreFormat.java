package studio.saddlepoint.metrics.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreCard;

/** All scores of a run as a file: every number, and how each was made. */
public enum ScoreFormat {
  /** Comma-separated values (RFC 4180), one line a score. */
  CSV("csv", "CSV") {
    @Override
    public String write(ScoreReport report) {
      List<String> columns = columns(report.rows());
      Set<String> settings = settings(report.rows());
      StringBuilder csv = new StringBuilder("step,weights,time,");
      columns.forEach(each -> csv.append(each).append(','));
      csv.append("how,warnings");
      settings.forEach(each -> csv.append(',').append(each));
      csv.append("\r\n");
      for (ScoreCard row : report.rows()) {
        csv.append(row.step()).append(',').append(row.weights()).append(',');
        csv.append(row.time());
        for (String column : columns) {
          Double value = row.values().get(column);
          csv.append(',').append(value == null ? "" : value.toString());
        }
        csv.append(',').append(quoted(row.how()));
        List<String> warnings = Warning.texts(report.details(row).warnings());
        csv.append(',').append(cell(String.join(" ", warnings)));
        for (String each : settings) {
          csv.append(',').append(cell(ValueText.setting(row.settings(), each)));
        }
        csv.append("\r\n");
      }
      return csv.toString();
    }
  },
  /** Everything, see {@link JsonReport}. */
  JSON("json", "JSON") {
    @Override
    public String write(ScoreReport report) {
      return JsonReport.write(report);
    }
  },
  /** Tables to be pasted into a report, see {@link MarkdownReport}. */
  MARKDOWN("md", "Markdown") {
    @Override
    public String write(ScoreReport report) {
      return MarkdownReport.write(report);
    }
  };

  private final String ending;
  private final String title;

  ScoreFormat(String ending, String title) {
    this.ending = ending;
    this.title = title;
  }

  /** Of the file's name, without the dot. */
  public String ending() {
    return ending;
  }

  /** Its name for a person. */
  public String title() {
    return title;
  }

  /** The file's content. */
  public abstract String write(ScoreReport report);

  /** A text in quotes. */
  static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A text, in quotes where it needs them. */
  static String cell(String text) {
    return text.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0) ? quoted(text) : text;
  }

  /** The settings that any score was made with. */
  private static Set<String> settings(List<ScoreCard> rows) {
    return rows.stream()
        .flatMap(row -> row.settings().values().keySet().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What any score has: in the order of the measures, each with its deviation and interval. */
  private static List<String> columns(List<ScoreCard> rows) {
    Set<String> found =
        rows.stream()
            .flatMap(row -> row.values().keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> columns = new ArrayList<>();
    for (Measure measure : Measure.ALL) {
      String key = measure.key();
      Stream.of(key, measure.deviation(), key + ".low", key + ".high")
          .filter(found::remove)
          .forEach(columns::add);
    }
    columns.addAll(found);
    return columns;
  }
}
