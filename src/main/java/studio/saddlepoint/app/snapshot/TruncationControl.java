package studio.saddlepoint.app.snapshot;

import atlantafx.base.theme.Styles;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;

/** The truncation slider with its value and what it does, in a sentence. */
public final class TruncationControl extends VBox {
  private final DoubleProperty threshold = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
  private final StringProperty measured = new SimpleStringProperty("");

  /**
   * A slider at its right end: no truncation.
   *
   * @param id of the slider, for look-ups
   */
  public TruncationControl(String id) {
    setSpacing(8);
    Label title = new Label(Messages.text("truncation.title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text("truncation.tip")));
    Terms.link(title, "truncation");
    Label value = new Label();
    value.getStyleClass().add(Styles.TEXT_MUTED);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, value);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setMinHeight(32);

    Slider slider = new Slider(Truncation.LEAST, Truncation.OFF, Truncation.OFF);
    slider.setId(id);
    slider.setBlockIncrement(0.05);
    slider.setAccessibleText(Messages.text("truncation.title"));
    Buttons.explain(slider, Messages.text("truncation.tip"));
    title.setLabelFor(slider);

    Label effect = new Label();
    effect.setWrapText(true);
    effect.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    effect.setAlignment(Pos.TOP_LEFT);
    // Room for two lines always, so that nothing below jumps.
    effect.setMinHeight(36);

    slider
        .valueProperty()
        .addListener((p, old, now) -> threshold.set(Truncation.threshold(now.doubleValue())));
    Runnable show =
        () -> {
          double now = threshold.get();
          value.setText(Truncation.text(now));
          boolean usual = Double.isInfinite(now) || measured.get().isEmpty();
          effect.setText(usual ? Truncation.effect(now) : measured.get());
          if (Truncation.threshold(slider.getValue()) != now) {
            slider.setValue(Math.min(now, Truncation.OFF));
          }
        };
    threshold.addListener((p, old, now) -> show.run());
    measured.addListener((p, old, now) -> show.run());
    show.run();
    getChildren().addAll(heading, slider, effect);
  }

  /** What was measured of truncation, in the place of what it usually does; empty for nothing. */
  public StringProperty measuredProperty() {
    return measured;
  }

  /** The threshold; infinite for none. */
  public DoubleProperty thresholdProperty() {
    return threshold;
  }
}
