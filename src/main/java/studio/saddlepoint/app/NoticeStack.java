package studio.saddlepoint.app;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;
import studio.saddlepoint.app.fx.FxThrottle;

/**
 * Messages to the person, over the page's lower right corner, where no page has its tools; problems
 * stay until closed. Escape closes the newest.
 */
final class NoticeStack extends VBox {
    private static final int MOST = 4;
    private static final Duration SHOWN_FOR = Duration.ofSeconds(7);

    private final Executor ui;
    private final Cover cover;

    NoticeStack(Executor ui) {
        this.ui = ui;
        cover =
                new Cover(
                        this,
                        () -> !getChildren().isEmpty(),
                        () -> getChildren().remove(getChildren().size() - 1));
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void add(Notice notice) {
        if (getChildren().size() >= MOST) {
            getChildren().remove(0);
        }
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(12);
        Runnable take = () -> cover.close(() -> getChildren().remove(box));
        Button close = Buttons.icon(Feather.X, "notice.close", take);
        box.getChildren().addAll(icon(notice.kind()), text, close);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass()
                .addAll(
                        "notice",
                        switch (notice.kind()) {
                            case INFO -> "notice-info";
                            case SUCCESS -> "notice-success";
                            case PROBLEM -> "notice-problem";
                        });
        getChildren().add(box);
        if (notice.kind() != Notice.Kind.PROBLEM) {
            FxThrottle.later(ui, SHOWN_FOR, take);
        }
    }

    private static FontIcon icon(Notice.Kind kind) {
        return new FontIcon(
                switch (kind) {
                    case INFO -> Feather.INFO;
                    case SUCCESS -> Feather.CHECK_CIRCLE;
                    case PROBLEM -> Feather.ALERT_TRIANGLE;
                });
    }
}
