package studio.saddlepoint.app.explore.style;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.latent.LayerNoise;

/** The choice of the noise that layers add, and what it does, in a sentence. */
public final class NoiseControl extends VBox {
  private final Segments<LayerNoise> choice =
      new Segments<>(
          Messages.text("noise.title"), List.of(LayerNoise.values()), each -> "noise." + each.id());

  /**
   * The choice.
   *
   * @param again draws with other fresh noise
   */
  public NoiseControl(Runnable again) {
    setSpacing(8);
    Label title = new Label(Messages.text("noise.title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text("noise.tip")));
    Terms.link(title, "style");
    Button fresh = Buttons.icon(Feather.SHUFFLE, "noise.again", again);
    fresh.setId("noise-again");
    fresh.disableProperty().bind(choice.valueProperty().isNotEqualTo(LayerNoise.FRESH));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, choice, fresh);
    heading.setSpacing(4);
    heading.setAlignment(Pos.CENTER_LEFT);
    Label effect = new Label();
    effect.setWrapText(true);
    effect.setMinHeight(36);
    effect.setAlignment(Pos.TOP_LEFT);
    effect.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    effect.setText(text(choice.valueProperty().get()));
    choice.valueProperty().addListener((p, old, now) -> effect.setText(text(now)));
    getChildren().addAll(heading, effect);
  }

  private static String text(LayerNoise noise) {
    return Messages.text("noise." + noise.id() + ".effect");
  }

  /** Which noise. */
  public ObjectProperty<LayerNoise> noiseProperty() {
    return choice.valueProperty();
  }
}
