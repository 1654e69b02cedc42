package studio.saddlepoint.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.latent.KeptClusters;

/** The mean pictures of clusters, of which a person chooses one; hidden where there are none. */
final class ClusterMeans extends ScrollPane {
  private static final double CELL = 28;
  private static final double PERCENT = 100;

  /** A cell with its border and the gap to the next. */
  private static final double STEP = CELL + 6;

  private static final int COLUMNS = 8;

  /** Rows that are seen at once. */
  private static final int MOST_ROWS = 4;

  private final FlowPane cells = new FlowPane(2, 2);
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final IntConsumer choose;
  private int chosen = -1;

  /**
   * No clusters yet.
   *
   * @param choose takes the number of the one that a person chooses
   */
  ClusterMeans(IntConsumer choose) {
    this.choose = choose;
    setId("cluster-means");
    getStyleClass().add("explore-clusters");
    setFitToWidth(true);
    setMinHeight(USE_PREF_SIZE);
    cells.setPrefWrapLength(STEP * COLUMNS);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setContent(cells);
    setAccessibleText(Messages.text("explore.clusters"));
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /** Offers clusters. */
  void offer(List<String> names, Optional<KeptClusters> clusters) {
    buttons.clear();
    clusters.ifPresent(
        kept -> {
          double[] shares = kept.shares();
          for (int i = 0; i < shares.length && i < names.size(); i++) {
            buttons.add(button(i, names.get(i), shares[i], kept));
          }
        });
    cells.getChildren().setAll(buttons);
    int rows = (buttons.size() + COLUMNS - 1) / COLUMNS;
    setPrefViewportHeight(STEP * Math.min(MOST_ROWS, rows));
    setVisible(!buttons.isEmpty());
    show(chosen);
  }

  private ToggleButton button(int number, String name, double share, KeptClusters kept) {
    PictureView view = PictureView.thumbnail(CELL);
    view.show(kept.means().get(number));
    ToggleButton button = new ToggleButton(null, view);
    button.setId("cluster-" + number);
    button.getStyleClass().setAll("picture-button");
    String text =
        Messages.text("explore.cluster", name, String.format(Locale.ROOT, "%.1f", PERCENT * share));
    button.setAccessibleText(text);
    Buttons.explain(button, text);
    button.setOnAction(
        event -> {
          show(chosen); // what is chosen is told
          choose.accept(number);
        });
    return button;
  }

  /** Marks one as chosen. */
  void show(int number) {
    chosen = number;
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(i == number);
    }
  }
}
