package studio.saddlepoint.train.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.curve.RunCurves;
import studio.saddlepoint.run.curve.Series;

/** The top of a report: what it is of, how it went, and where to find what. */
final class ReportHead {
  private static final Map<String, String> NAMES =
      Map.of(
          "charts", "Charts",
          "samples", "Samples",
          "scores", "Scores",
          "findings", "Findings",
          "recipe", "Recipe",
          "history", "History");

  private ReportHead() {}

  /**
   * The head.
   *
   * @param parts ids of the parts that follow
   */
  static Html of(ReportContent content, Set<String> parts) {
    RunFolder run = content.run();
    Html html = new Html();
    html.open("header");
    html.element("p", run.id(), "class", "eyebrow");
    html.element("h1", run.title());
    if (!run.about().notes().isEmpty()) {
      html.element("p", run.about().notes(), "class", "notes");
    } else if (!content.recipe().summary().isBlank()) {
      html.element("p", content.recipe().summary(), "class", "lead");
    }
    html.element(
        "p",
        content.verdict().sentence(),
        "class",
        "verdict " + content.verdict().tone().name().toLowerCase(Locale.ROOT));
    facts(html, content);
    html.open("nav", "aria-label", "Parts");
    parts.forEach(each -> html.inline("a", NAMES.get(each), "href", "#" + each).text("\n"));
    html.close();
    return html.close();
  }

  private static void facts(Html html, ReportContent content) {
    long step = content.summary().lastStep();
    html.open("dl", "class", "facts");
    fact(html, "Steps", English.of("%,d of %,d", step, content.summary().steps()));
    fact(html, "Images seen", English.brief(content.summary().imagesSeen()));
    content
        .curves()
        .series(RunCurves.TRAINED)
        .filter(each -> !each.isEmpty())
        .ifPresent(each -> fact(html, "Trained for", duration(each.last())));
    content.device().ifPresent(each -> fact(html, "Device", each));
    fact(html, "Data", content.recipe().data().source());
    fact(html, "Method", content.recipe().method().kind().label());
    content
        .curves()
        .series("score.fid")
        .filter(each -> !each.isEmpty())
        .map(Series::least)
        .ifPresent(each -> fact(html, "Best quick FID", English.of("%.2f", each)));
    html.close();
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").inline("dt", name).inline("dd", value).close();
  }

  /** Such as {@code 2 h 05 min}. */
  static String duration(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    if (time.toHours() > 0) {
      return English.of("%,d h %02d min", time.toHours(), time.toMinutesPart());
    }
    return time.toMinutes() > 0
        ? English.of("%d min %02d s", time.toMinutes(), time.toSecondsPart())
        : English.of("%d s", time.toSeconds());
  }
}
