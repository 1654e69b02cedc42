package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.metrics.record.ValueText;
import studio.saddlepoint.run.event.Event;

/** The list of what happened on the way, the newest first: changes, growth, scores, findings. */
final class Happenings extends VBox {
  private static final int MOST = 30;
  private static final int MOST_SCORES = 4;

  private final VBox lines = new VBox();
  private List<Event> shown = List.of();

  Happenings() {
    getStyleClass().add("happenings");
    Label title = new Label(Messages.text("happenings.title"));
    title.getStyleClass().add("card-title");
    lines.getStyleClass().add("happenings-lines");
    getChildren().addAll(title, lines);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /** Shows what is new in a history. */
  void refresh(@Nullable RunHistory history) {
    List<Event> events = history == null ? List.of() : newest(history);
    if (events.equals(shown)) {
      return;
    }
    shown = events;
    setVisible(!events.isEmpty());
    lines.getChildren().setAll(events.stream().map(Happenings::line).toList());
  }

  private static List<Event> newest(RunHistory history) {
    List<Event> all = new ArrayList<>(history.lines());
    all.addAll(history.scores());
    all.addAll(history.findings());
    all.sort(Comparator.comparingLong(Event::step).thenComparing(Event::time).reversed());
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static Node line(Event event) {
    Label label = new Label(text(event));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    if (event instanceof Event.Scored scored) {
      Buttons.explain(label, scored.how());
    }
    HBox line = new HBox(new FontIcon(icon(event)), label);
    line.getStyleClass().add("happening");
    return line;
  }

  private static String text(Event event) {
    String what = "";
    if (event instanceof Event.Changed || event instanceof Event.Grown) {
      what = ChartMarks.words(event);
    } else if (event instanceof Event.Scored scored) {
      what = scores(scored) + seenBy(scored);
    } else if (event instanceof Event.Found found) {
      what = found.what();
    }
    return Messages.text("happenings.line", Texts.count(event.step()), what);
  }

  /** What a score's pictures were seen by: numbers of others cannot be compared with it. */
  private static String seenBy(Event.Scored scored) {
    String extractor = scored.settings().text("extractor");
    return extractor.isEmpty() ? "" : Messages.text("happenings.seen.by", extractor);
  }

  /** Such as "FID 14.99, F1 0.417, ...": the first measures, by name. */
  static String scores(Event.Scored scored) {
    List<String> named =
        scored.values().entrySet().stream()
            .filter(each -> Measure.of(each.getKey()).isPresent())
            .map(each -> ValueText.name(each.getKey()) + " " + Texts.value(each.getValue()))
            .toList();
    return String.join(", ", named.subList(0, Math.min(MOST_SCORES, named.size())))
        + (named.size() > MOST_SCORES ? ", ..." : "");
  }

  private static Feather icon(Event event) {
    if (event instanceof Event.Changed) {
      return Feather.SLIDERS;
    }
    if (event instanceof Event.Grown) {
      return Feather.MAXIMIZE_2;
    }
    if (event instanceof Event.Found found && found.over()) {
      return Feather.CHECK;
    }
    return event instanceof Event.Scored ? Feather.TARGET : Feather.ALERT_CIRCLE;
  }
}
