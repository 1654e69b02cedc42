package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.run.Event;

/** What happened on the way, the newest first: changes, scores, findings. */
final class Happenings extends VBox {
    private static final int MOST = 30;

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
        List<Event> all = new ArrayList<>(history.marks());
        all.addAll(history.scores());
        all.addAll(history.findings());
        all.sort(Comparator.comparingLong(Event::step).thenComparing(Event::time).reversed());
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private static Label line(Event event) {
        Label label = new Label(text(event), new FontIcon(icon(event)));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("happening");
        return label;
    }

    private static String text(Event event) {
        String what = "";
        if (event instanceof Event.Changed changed) {
            what = ChartCard.words(changed);
        } else if (event instanceof Event.Scored scored) {
            what =
                    scored.how()
                            + ": "
                            + scored.values().values().stream()
                                    .map(Texts::value)
                                    .collect(Collectors.joining(", "));
        } else if (event instanceof Event.Found found) {
            what = found.what();
        }
        return Messages.text("happenings.line", Texts.count(event.step()), what);
    }

    private static Feather icon(Event event) {
        if (event instanceof Event.Changed) {
            return Feather.SLIDERS;
        }
        return event instanceof Event.Scored ? Feather.TARGET : Feather.ALERT_CIRCLE;
    }
}
