package studio.saddlepoint.app.explore.direction;

import atlantafx.base.theme.Styles;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.core.English;
import studio.saddlepoint.latent.direction.Entanglement;
import studio.saddlepoint.metrics.direction.MeasuredEntanglement;

/**
 * How much each direction moves each attribute: numbers on a ground as strong as they are large.
 */
final class EntanglementGrid extends VBox {
  /** A change of so many deviations is as strong a colour as there is. */
  private static final double STRONG = 3;

  /** Judges that tell less of an attribute say little of how much it moves. */
  private static final double GOOD = 0.5;

  /**
   * A grid.
   *
   * @param measured what to show
   */
  EntanglementGrid(MeasuredEntanglement measured) {
    setSpacing(4);
    Entanglement all = measured.entanglement();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("entanglement");
    grid.setHgap(2);
    grid.setVgap(2);
    for (int k = 0; k < all.attributes().size(); k++) {
      String name = all.attributes().get(k).name();
      Label column = new Label(name);
      column.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      column.setMinWidth(USE_PREF_SIZE);
      column.setTooltip(Buttons.tooltip(quality(name, measured.quality())));
      GridPane.setHalignment(column, HPos.CENTER);
      grid.add(column, k + 1, 0);
    }
    for (int i = 0; i < all.directions().size(); i++) {
      Label row = new Label(all.directions().get(i));
      row.setMinWidth(USE_PREF_SIZE);
      row.getStyleClass().add(Styles.TEXT_SMALL);
      grid.add(row, 0, i + 1);
      for (int k = 0; k < all.attributes().size(); k++) {
        grid.add(cell(all, i, k), k + 1, i + 1);
      }
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToHeight(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(USE_PREF_SIZE);
    getChildren().add(scroll);
    for (int i = 0; i < all.directions().size(); i++) {
      Label words = new Label(words(all, i));
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
      words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      getChildren().add(words);
    }
  }

  private static Label cell(Entanglement all, int direction, int attribute) {
    double moved = all.moved().get(direction).get(attribute);
    Label cell = new Label(English.of("%.1f", moved));
    cell.getStyleClass().addAll("entanglement-cell", Styles.TEXT_SMALL);
    cell.setAlignment(Pos.CENTER);
    cell.setMaxWidth(Double.MAX_VALUE);
    cell.setMinWidth(36);
    int strength = (int) Math.round(4 * Math.min(1, moved / STRONG));
    cell.getStyleClass().add("entanglement-" + strength);
    String said =
        Messages.text(
            "directions.cell",
            all.directions().get(direction),
            all.attributes().get(attribute).name(),
            English.of("%.2f", moved),
            English.of("%+.2f", all.change().get(direction).get(attribute)));
    cell.setAccessibleText(said);
    cell.setTooltip(Buttons.tooltip(said));
    return cell;
  }

  private static String quality(String attribute, Map<String, Double> quality) {
    double good = quality.getOrDefault(attribute, Double.NaN);
    String key = good < GOOD ? "directions.judge.poor" : "directions.judge";
    return Messages.text(key, attribute, English.of("%.2f", good));
  }

  /** Such as "ring moves ring most: 46 % of all that it moves." */
  private static String words(Entanglement all, int direction) {
    return Messages.text(
        "directions.words",
        all.directions().get(direction),
        all.attributes().get(all.mostMoved(direction)).name(),
        English.of("%.0f", 100 * all.purity(direction)));
  }
}
