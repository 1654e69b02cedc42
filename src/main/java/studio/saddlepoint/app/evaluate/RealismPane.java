package studio.saddlepoint.app.evaluate;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.metrics.RealismScores;

/** The most and the least real of all measured pictures, each with its score. */
final class RealismPane extends VBox {
    private static final double SIZE = 64;

    /**
     * A pane.
     *
     * @param realism with pictures
     */
    RealismPane(RealismScores realism) {
        getStyleClass().addAll("card", "evaluate-panel");
        Label title = new Label(Messages.text("evaluate.realism"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Terms.link(title, "realism");
        getChildren().addAll(title, muted(Messages.text("evaluate.realism.text")));
        row("evaluate.realism.most", realism.most());
        row("evaluate.realism.least", realism.least());
    }

    private void row(String key, List<RealismScores.Scored> pictures) {
        FlowPane row = new FlowPane(8, 8);
        row.setPrefWrapLength(0);
        pictures.forEach(each -> row.getChildren().add(group(each)));
        getChildren().add(new VBox(4, muted(Messages.text(key)), row));
    }

    private static Node group(RealismScores.Scored each) {
        PictureView view = PictureView.thumbnail(SIZE);
        view.show(each.picture());
        VBox group = new VBox(2, view, muted(Texts.value(each.score())));
        group.setAlignment(Pos.TOP_CENTER);
        return group;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
