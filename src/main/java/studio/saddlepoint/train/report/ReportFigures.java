package studio.saddlepoint.train.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.run.event.Event;

/** Charts and sample sheets of a report. */
final class ReportFigures {
  private static final Logger LOG = LoggerFactory.getLogger(ReportFigures.class);
  private static final int SHEETS = 6;

  private ReportFigures() {}

  /** All charts; nothing where the run has told no numbers. */
  static Html charts(ReportContent content) {
    Html html = new Html();
    List<ReportCharts.Drawn> all =
        ReportCharts.of(
            content.curves(), content.looks(), content.recipe().method().kind().players());
    if (all.isEmpty()) {
      return html;
    }
    html.open("section", "id", "charts").element("h2", "Charts");
    html.open("div", "class", "charts");
    for (ReportCharts.Drawn each : all) {
      SvgChart chart = new SvgChart(each.lines(), content.curves().lastStep());
      html.open("figure");
      html.open("figcaption").inline("strong", each.title());
      if (chart.log()) {
        html.inline("span", "log", "class", "unit");
      }
      if (each.lines().size() > 1) {
        html.open("span", "class", "legend");
        each.lines()
            .forEach(line -> html.inline("span", line.name(), "class", "key " + line.colour()));
        html.close();
      }
      html.close();
      html.with(chart.svg(each.title())).close();
    }
    html.close();
    html.element(
        "p",
        "Over the steps. A line is the mean of neighbouring steps, the area around it what they range over.",
        "class",
        "note");
    return html.close();
  }

  /** Some sheets from the first to the last; nothing where there are none. */
  static Html samples(ReportContent content) {
    Html html = new Html();
    Html figures = new Html();
    boolean any = false;
    boolean averaged = false;
    for (Event.Sheet each : content.sheets(SHEETS)) {
      Optional<String> picture = picture(content.run().path(), each.file());
      if (picture.isPresent()) {
        String caption = English.of("Step %,d", each.step());
        figures.open("figure");
        figures.single("img", "src", picture.get(), "alt", "Samples at step " + each.step());
        figures.element("figcaption", caption).close();
        any = true;
        averaged |= each.averaged();
      }
    }
    if (!any) {
      return html;
    }
    html.open("section", "id", "samples").element("h2", "Samples");
    html.open("div", "class", "sheets").with(figures).close();
    html.element(
        "p",
        "The same noise on every sheet"
            + (averaged ? ", drawn with the running mean of the weights." : "."),
        "class",
        "note");
    return html.close();
  }

  /** A picture of the run folder as a URI that holds it; empty where it is gone or damaged. */
  static Optional<String> picture(Path folder, String name) {
    Optional<Path> file = PathNames.within(folder, name);
    if (name.isEmpty() || file.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file.get());
      Pngs.decode(bytes); // a damaged one would be a hole in the page
      return Optional.of("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes));
    } catch (IOException e) {
      LOG.debug("{} is left out of the report", file.get(), e);
      return Optional.empty();
    }
  }
}
