package studio.saddlepoint.app.evaluate.form;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Cover;

/** Lays the offer of weights over the page. */
public final class WeightsOverlay extends StackPane {
  private final WeightsPane pane;

  /**
   * An overlay.
   *
   * @param pane the offer
   * @param close takes the overlay away
   */
  public WeightsOverlay(WeightsPane pane, Runnable close) {
    this.pane = pane;
    getStyleClass().add("veil");
    Runnable leave =
        () -> {
          pane.cancel();
          close.run();
        };
    Button later = Buttons.labelled(Feather.X, "weights.close", leave);
    later.setId("weights-close");
    pane.alsoOffer(later);
    VBox card = new VBox(pane);
    card.getStyleClass().addAll("card", "weights-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(card);
    new Cover(this, () -> true, leave);
  }

  /** Puts the keyboard into the offer. */
  public void takeFocus() {
    pane.takeFocus();
  }
}
