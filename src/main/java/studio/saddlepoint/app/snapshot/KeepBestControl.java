package studio.saddlepoint.app.snapshot;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.latent.KeepBest;

/** Keeping the best share of the samples drawn: by what, how many, and what that does. */
public final class KeepBestControl extends VBox {
  /** The slider's left end. */
  private static final double FEWEST = 0.1;

  private static final double FIRST = 0.5;

  private final ObjectProperty<Optional<KeepBest>> keep =
      new SimpleObjectProperty<>(Optional.empty());
  private final ComboBox<Optional<KeepBest.By>> by = new ComboBox<>();
  private final Slider slider = new Slider(FEWEST, 1, FIRST);

  /**
   * A control that keeps all.
   *
   * @param id of the choice, for look-ups; the slider's ends with {@code -share}
   */
  public KeepBestControl(String id) {
    setSpacing(8);
    Label title = new Label(Messages.text("keep.title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text("keep.tip")));
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.setLabelFor(by);
    Terms.link(title, "share-kept");
    by.setId(id);
    by.setPrefWidth(148);
    by.setMinWidth(96);
    by.setAccessibleText(Messages.text("keep.title"));
    by.getItems()
        .setAll(
            List.of(
                Optional.empty(),
                Optional.of(KeepBest.By.DISCRIMINATOR),
                Optional.of(KeepBest.By.REALISM)));
    by.setValue(Optional.empty());
    by.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<KeepBest.By> each) {
            return name(each);
          }

          @Override
          public Optional<KeepBest.By> fromString(String text) {
            throw new UnsupportedOperationException();
          }
        });
    Buttons.explain(by, Messages.text("keep.tip"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, by);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setMinHeight(32);

    slider.setId(id + "-share");
    slider.setBlockIncrement(0.05);
    slider.setAccessibleText(Messages.text("keep.share"));
    Buttons.explain(slider, Messages.text("keep.share.tip"));
    slider.visibleProperty().bind(by.valueProperty().isNotEqualTo(Optional.empty()));
    slider.managedProperty().bind(slider.visibleProperty());
    Label effect = new Label();
    effect.setWrapText(true);
    effect.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    effect.setAlignment(Pos.TOP_LEFT);
    // Room for two lines always, so that nothing below jumps.
    effect.setMinHeight(36);
    effect.visibleProperty().bind(slider.visibleProperty());
    effect.managedProperty().bind(slider.visibleProperty());

    by.valueProperty().addListener((p, old, now) -> keep.set(chosen()));
    slider.valueProperty().addListener((p, old, now) -> keep.set(chosen()));
    keep.addListener((p, old, now) -> show(now, effect));
    show(keep.get(), effect);
    getChildren().addAll(heading, slider, effect);
  }

  /** Which share to keep; empty for all. */
  public ObjectProperty<Optional<KeepBest>> keepProperty() {
    return keep;
  }

  private Optional<KeepBest> chosen() {
    double share = Math.round(slider.getValue() * 20) / 20.0;
    return by.getValue().map(each -> new KeepBest(share, each));
  }

  private void show(Optional<KeepBest> now, Label effect) {
    if (!now.equals(chosen())) {
      now.ifPresent(each -> slider.setValue(each.share()));
      by.setValue(now.map(KeepBest::by));
    }
    effect.setText(
        now.map(each -> Messages.text("keep.effect." + each.by().id(), percent(each))).orElse(""));
  }

  private static String name(Optional<KeepBest.By> by) {
    return Messages.text("keep.by." + by.map(KeepBest.By::id).orElse("all"));
  }

  /** The share for a person: {@code 25 %}. */
  public static String percent(KeepBest keep) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * keep.share());
  }
}
