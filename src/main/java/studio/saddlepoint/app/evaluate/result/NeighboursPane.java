package studio.saddlepoint.app.evaluate.result;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.fx.CardGrid;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.app.pictures.Look;
import studio.saddlepoint.app.pictures.LookButton;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.metrics.Neighbours;

/** Generated pictures, each beside the real ones that are nearest to it: is it a copy? */
final class NeighboursPane extends VBox {
  private static final int MOST = 24;
  private static final int NEAREST = 3;
  private static final double SIZE = 64;

  /** A frame, an arrow and the nearest ones: two such fit beside the form in the least window. */
  private static final double LEAST = 284;

  /**
   * A pane.
   *
   * @param neighbours the most suspicious first
   */
  NeighboursPane(List<Neighbours> neighbours) {
    getStyleClass().addAll("card", "evaluate-panel");
    Label title = new Label(Messages.text("evaluate.neighbours"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Terms.link(title, "memorisation");
    Label text = new Label(Messages.text("evaluate.neighbours.text"));
    text.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    CardGrid grid = new CardGrid(LEAST, 8);
    neighbours.stream().limit(MOST).forEach(each -> grid.getChildren().add(group(each)));
    getChildren().addAll(title, text, grid);
  }

  private static Node group(Neighbours each) {
    List<Look> looks = looks(each);
    HBox pictures =
        new HBox(2, new LookButton(framed(each.generated(), "neighbour-generated"), looks, 0));
    FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
    arrow.setIconSize(14);
    pictures.getChildren().add(arrow);
    pictures.setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < Math.min(NEAREST, each.nearest().size()); i++) {
      Node picture = framed(each.nearest().get(i), "neighbour-real");
      pictures.getChildren().add(new LookButton(picture, looks, i + 1));
    }
    boolean copy = each.distances().length > 0 && each.distances()[0] == 0;
    Label caption =
        new Label(
            copy
                ? Messages.text("evaluate.neighbours.copy")
                : Messages.text(
                    "evaluate.neighbours.caption",
                    each.distances().length == 0 ? "–" : Texts.value(each.distances()[0]),
                    Texts.value(each.realism())));
    caption.getStyleClass().addAll(Styles.TEXT_SMALL, copy ? "problem-text" : "muted");
    return new VBox(4, pictures, caption);
  }

  /** The generated picture, then the real ones. */
  private static List<Look> looks(Neighbours each) {
    List<Look> looks = new ArrayList<>();
    looks.add(
        new Look(
            each.generated(),
            Messages.text("evaluate.neighbours.generated"),
            "generated",
            Map.of("realism", Double.toString(each.realism()))));
    for (int i = 0; i < Math.min(NEAREST, each.nearest().size()); i++) {
      String distance = Texts.value(each.distances()[i]);
      looks.add(
          new Look(
              each.nearest().get(i),
              Messages.text("evaluate.neighbours.real", distance),
              "real-" + (i + 1),
              Map.of("distance", Double.toString(each.distances()[i]))));
    }
    return looks;
  }

  private static Node framed(Picture picture, String style) {
    PictureView view = PictureView.thumbnail(SIZE);
    view.show(picture);
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add(style);
    return frame;
  }
}
