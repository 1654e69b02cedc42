package studio.saddlepoint.train.report;

import java.util.List;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Remedy;

/** What was found of a training: what, the evidence, why, and what may help. */
final class ReportFindings {
  private static final Set<String> SEVERITIES = Set.of("info", "warning", "error");

  private ReportFindings() {}

  /** All findings; nothing where there were none. */
  static Html of(ReportContent content) {
    Html html = new Html();
    List<Event.Found> open = content.open();
    List<Event.Found> earlier = content.earlier();
    if (open.isEmpty() && earlier.isEmpty()) {
      return html;
    }
    html.open("section", "id", "findings").element("h2", "Findings");
    if (open.isEmpty()) {
      html.element("p", "Nothing is wrong now.", "class", "note");
    }
    open.forEach(each -> card(html, content, each));
    if (!earlier.isEmpty()) {
      html.element("h3", "Over");
      html.open("ul", "class", "over");
      earlier.forEach(
          each -> html.element("li", English.of("Step %,d: %s", each.step(), each.what())));
      html.close();
    }
    return html.close();
  }

  private static void card(Html html, ReportContent content, Event.Found found) {
    String severity = SEVERITIES.contains(found.severity()) ? found.severity() : "info";
    html.open("article", "class", "finding " + severity);
    html.open("h3").inline("span", severity, "class", "badge").text(" " + found.what()).close();
    html.element("p", English.of("Since step %,d", found.step()), "class", "note");
    ReportFigures.picture(content.run().path(), found.picture())
        .ifPresent(each -> html.single("img", "src", each, "alt", "What was found"));
    html.open("dl");
    pair(html, "Evidence", found.evidence());
    pair(html, "Why", found.why());
    if (found.remedies().isEmpty()) {
      pair(html, "What may help", found.advice());
    }
    found.remedies().forEach(each -> pair(html, "What may help", remedy(each)));
    html.close().close();
  }

  private static String remedy(Remedy remedy) {
    StringBuilder text = new StringBuilder(remedy.text());
    remedy
        .changes()
        .forEach((key, value) -> text.append(" ").append(key).append("=").append(value));
    return text.toString();
  }

  private static void pair(Html html, String name, String text) {
    if (!text.isBlank()) {
      html.inline("dt", name).element("dd", text);
    }
  }
}
