package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
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
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.app.pictures.LookButton;
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
    List<Look> looks = pictures.stream().map(each -> look(key, each)).toList();
    for (int i = 0; i < looks.size(); i++) {
      row.getChildren().add(group(pictures.get(i), looks, i));
    }
    getChildren().add(new VBox(4, muted(Messages.text(key)), row));
  }

  private static Look look(String key, RealismScores.Scored each) {
    String score = Texts.value(each.score());
    return new Look(
        each.picture(),
        Messages.text("evaluate.realism.look", Messages.text(key), score),
        "picture-realism-" + score,
        Map.of("realism", Double.toString(each.score())));
  }

  private static Node group(RealismScores.Scored each, List<Look> looks, int index) {
    PictureView view = PictureView.thumbnail(SIZE);
    view.show(each.picture());
    LookButton button = new LookButton(view, looks, index);
    VBox group = new VBox(2, button, muted(Texts.value(each.score())));
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
