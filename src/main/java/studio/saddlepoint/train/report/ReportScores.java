package studio.saddlepoint.train.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.metrics.record.ScoreReport;
import studio.saddlepoint.metrics.record.ScoreValues;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.run.event.ScoreCard;

/** The scores of a report: a table for each way of measuring, which is said above it. */
final class ReportScores {
  private ReportScores() {}

  /** All tables; nothing where nothing was measured. */
  static Html of(ScoreReport scores) {
    Html html = new Html();
    List<ScoreGroup> groups =
        scores.groups().stream().filter(each -> !each.measures().isEmpty()).toList();
    if (groups.isEmpty()) {
      return html;
    }
    html.open("section", "id", "scores").element("h2", "Scores");
    html.element(
        "p",
        "Only numbers of one table may be compared: they were made in the same way.",
        "class",
        "note");
    groups.forEach(each -> table(html, each));
    return html.close();
  }

  private static void table(Html html, ScoreGroup group) {
    html.open("div", "class", "scroll").open("table");
    html.element("caption", group.protocol());
    html.open("thead").open("tr").inline("th", "Step", "scope", "col", "class", "number");
    html.inline("th", "Weights", "scope", "col");
    group
        .measures()
        .forEach(
            each -> html.inline("th", ValueText.name(each), "scope", "col", "class", "number"));
    html.close().close().open("tbody");
    for (ScoreCard row : group.rows()) {
      html.open("tr").inline("td", English.of("%,d", row.step()), "class", "number");
      html.inline("td", row.weights());
      group.measures().forEach(each -> cell(html, row.values(), each));
      html.close();
    }
    html.close().close().close();
  }

  private static void cell(Html html, Map<String, Double> all, String measure) {
    Double value = all.get(measure);
    html.open("td", "class", "number");
    if (value != null) {
      html.text(ValueText.value(measure, value));
      List<String> beside = new ArrayList<>();
      Measure.of(measure)
          .map(each -> all.get(each.deviation()))
          .ifPresent(each -> beside.add("± " + ValueText.value(measure, each)));
      ScoreValues.interval(all, measure)
          .ifPresent(each -> beside.add(ValueText.interval(measure, each)));
      if (!beside.isEmpty()) {
        html.inline("span", String.join(", ", beside), "class", "interval");
      }
    }
    html.close();
  }
}
