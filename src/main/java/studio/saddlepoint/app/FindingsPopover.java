package studio.saddlepoint.app;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.run.Event;

/** What was found out about a training: what, the evidence, why, and what to do. */
final class FindingsPopover {
    private static final int MOST = 30;

    private final OpenRun run;
    private final PopOver popover = new PopOver();

    FindingsPopover(StudioModel model, OpenRun run) {
        this.run = run;
        List<Event.Found> newestFirst = new ArrayList<>(run.history().findings());
        Collections.reverse(newestFirst);
        VBox list = new VBox();
        list.getStyleClass().add("findings");
        newestFirst.stream().limit(MOST).forEach(each -> list.getChildren().add(card(each)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(440, Math.min(440, 40 + 240.0 * newestFirst.size()));
        scroll.getStyleClass().add("findings-scroll");
        popover.setContentNode(scroll);
        popover.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popover.setDetachable(false);
        popover.getRoot().getStylesheets().add(Shell.STYLE_SHEET);
        popover.getRoot().getStyleClass().add(model.settings().themeProperty().get().styleClass());
    }

    void show(Node owner) {
        popover.show(owner);
    }

    private VBox card(Event.Found found) {
        Label title = new Label(found.what(), new FontIcon(icon(found.severity())));
        title.getStyleClass().addAll("finding-title", "finding-" + found.severity());
        title.setWrapText(true);
        Label step = new Label(Messages.text("findings.step", Texts.count(found.step())));
        step.getStyleClass().add("muted");
        VBox card = new VBox(title, step);
        card.getStyleClass().add("finding");
        add(card, "findings.evidence", found.evidence());
        add(card, "findings.why", found.why());
        add(card, "findings.advice", found.advice());
        if (found.severity().equals("error") && run.active()) {
            Button back =
                    Buttons.labelled(
                            Feather.ROTATE_CCW,
                            "findings.rewind",
                            () -> {
                                run.rewind();
                                popover.hide();
                            });
            back.getStyleClass().add(Styles.ACCENT);
            card.getChildren().add(new HBox(back));
        }
        return card;
    }

    private static void add(VBox card, String key, String text) {
        if (!text.isBlank()) {
            Label name = new Label(Messages.text(key));
            name.getStyleClass().add("finding-name");
            Label value = new Label(text);
            value.setWrapText(true);
            card.getChildren().add(new VBox(name, value));
        }
    }

    private static Feather icon(String severity) {
        return switch (severity) {
            case "error" -> Feather.X_OCTAGON;
            case "warning" -> Feather.ALERT_TRIANGLE;
            default -> Feather.INFO;
        };
    }
}
