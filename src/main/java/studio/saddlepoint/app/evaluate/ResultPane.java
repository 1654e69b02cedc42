package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.evaluate.EvaluateModel.Finished;
import studio.saddlepoint.app.fx.Buttons;

/** The numbers of an evaluation: each with what it means, all with how they were made. */
final class ResultPane extends VBox {
    /**
     * A result.
     *
     * @param finished what was measured
     * @param copy copies it as text
     */
    ResultPane(Finished finished, Runnable copy) {
        setSpacing(16);
        Label title = new Label(Messages.text("evaluate.result"));
        title.getStyleClass().add(Styles.TITLE_4);
        Label subject =
                new Label(
                        Messages.text(
                                "evaluate.result.line",
                                finished.subject(),
                                Texts.duration(finished.result().took())));
        subject.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Node button = Buttons.labelled(Feather.COPY, "evaluate.copy", copy);
        button.setId("evaluate-copy");
        HBox heading = new HBox(8, new VBox(title, subject), space, button);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, cards(finished.result().values()));
        Label how = new Label(Messages.text("evaluate.how", finished.result().how()));
        how.getStyleClass().add("evaluate-how");
        how.setWrapText(true);
        how.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(how);
        for (String warning : finished.result().warnings()) {
            Label label = new Label(warning, new FontIcon(Feather.ALERT_TRIANGLE));
            label.getStyleClass().add("evaluate-warning");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    private static GridPane cards(Map<String, Double> values) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("evaluate-cards");
        List<Node> cards = new ArrayList<>();
        values.forEach((measure, value) -> cards.add(card(measure, value)));
        for (int i = 0; i < cards.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / cards.size());
            grid.getColumnConstraints().add(column);
            grid.add(cards.get(i), i, 0);
        }
        return grid;
    }

    private static Node card(String measure, double number) {
        Label name = new Label(ScoreText.name(measure));
        name.getStyleClass().add("muted");
        name.setTooltip(Buttons.tooltip(Messages.text("evaluate.measure." + measure + ".tip")));
        Label value = new Label(ScoreText.value(measure, number));
        value.setId("value-" + measure);
        value.getStyleClass().add("evaluate-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label meaning = new Label(ScoreText.meaning(measure, number));
        meaning.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(name, value, meaning);
        card.getStyleClass().addAll("card", "evaluate-card");
        return card;
    }
}
