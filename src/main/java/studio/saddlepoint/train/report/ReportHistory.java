package studio.saddlepoint.train.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;

/** The history of a report: beginnings, changes, pauses and the end. */
final class ReportHistory {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Lines at the beginning and at the end of a history that is longer. */
  private static final int MOST = 100;

  private ReportHistory() {}

  /** The history; nothing where the run has not begun. */
  static Html of(ReportContent content) {
    Html html = new Html();
    List<List<String>> rows = new ArrayList<>();
    for (Event event : content.told()) {
      words(event)
          .ifPresent(
              each ->
                  rows.add(
                      List.of(TIME.format(event.time()), English.of("%,d", event.step()), each)));
    }
    if (rows.isEmpty()) {
      return html;
    }
    html.open("section", "id", "history").element("h2", "History");
    html.open("div", "class", "scroll").open("table", "class", "history");
    html.open("thead").row("th", List.of("Time (UTC)", "Step", "What")).close().open("tbody");
    int left = Math.max(0, rows.size() - 2 * MOST);
    for (int i = 0; i < rows.size(); i++) {
      if (i == MOST && left > 0) {
        html.row("td", List.of("…", "", English.of("%,d more", left)));
      }
      if (i < MOST || i >= MOST + left) {
        html.row("td", rows.get(i));
      }
    }
    html.close().close().close();
    return html.close();
  }

  private static String author(Author author) {
    return switch (author) {
      case PERSON -> "a person";
      case COMMAND -> "the command line";
      case DOCTOR -> "a remedy";
      case SCHEDULE -> "a schedule";
      case PROGRAM -> "the program";
    };
  }

  private static Optional<String> words(Event event) {
    if (event instanceof Event.Begun begun) {
      return Optional.of(
          (begun.resumed() ? "Went on from here on " : "Began on ")
              + ReportContent.plain(begun.device()));
    } else if (event instanceof Event.Changed change) {
      String label =
          HyperParameters.find(change.key())
              .map(each -> each.label() + " (" + change.key() + ")")
              .orElse(change.key());
      return Optional.of(
          label
              + ": "
              + change.before()
              + " → "
              + change.after()
              + ", by "
              + author(change.author()));
    } else if (event instanceof Event.Grown grown) {
      return Optional.of(
          English.of(
              grown.fading() ? "Fades in %,d pixels" : "All layers of %,d pixels are there",
              grown.size()));
    } else if (event instanceof Event.Paused) {
      return Optional.of("Paused");
    } else if (event instanceof Event.Resumed) {
      return Optional.of("Went on");
    } else if (event instanceof Event.Found found) {
      return Optional.of((found.over() ? "Over: " : "Found: ") + found.what());
    }
    return event instanceof Event.Ended ended
        ? Optional.of("Ended: " + ended.reason())
        : Optional.empty();
  }
}
