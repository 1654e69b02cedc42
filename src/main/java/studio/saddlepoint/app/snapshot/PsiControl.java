package studio.saddlepoint.app.snapshot;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.latent.WTruncation;

/**
 * Truncation in w: a slider of psi, one of the layers that it is for, and what they do, in a
 * sentence.
 */
public final class PsiControl extends VBox {
  private final ObjectProperty<WTruncation> truncation =
      new SimpleObjectProperty<>(WTruncation.NONE);
  private final IntegerProperty layers = new SimpleIntegerProperty(1);
  private final Slider psi = new Slider(0, 1, 1);
  private final Slider cutoff = new Slider(1, 1, 1);
  private final CheckBox towardsClass = new CheckBox(Messages.text("psi.class"));
  private final BooleanProperty conditional = new SimpleBooleanProperty();
  private final Label value = new Label();
  private final Label shown = new Label();
  private final Label effect = new Label();
  private boolean showing;

  /**
   * Sliders at their right ends: no truncation, of all layers.
   *
   * @param id of the slider of psi, for look-ups; that of the layers ends with {@code -layers}
   */
  public PsiControl(String id) {
    setSpacing(8);
    Label title = new Label(Messages.text("psi.title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setTooltip(Buttons.tooltip(Messages.text("psi.tip")));
    title.setLabelFor(psi);
    Terms.link(title, "truncation-in-w");
    psi.setId(id);
    psi.setBlockIncrement(0.05);
    psi.setAccessibleText(Messages.text("psi.title"));
    Buttons.explain(psi, Messages.text("psi.tip"));
    Label of = new Label(Messages.text("psi.layers"));
    of.setTooltip(Buttons.tooltip(Messages.text("psi.layers.tip")));
    of.setLabelFor(cutoff);
    cutoff.setId(id + "-layers");
    cutoff.setBlockIncrement(1);
    cutoff.setAccessibleText(Messages.text("psi.layers"));
    Buttons.explain(cutoff, Messages.text("psi.layers.tip"));
    effect.setWrapText(true);
    effect.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    effect.setAlignment(Pos.TOP_LEFT);
    // Room for two lines always, so that nothing below jumps.
    effect.setMinHeight(36);
    HBox row = heading(of, shown);
    towardsClass.setId(id + "-class");
    Buttons.explain(towardsClass, Messages.text("psi.class.tip"));
    towardsClass.visibleProperty().bind(conditional);
    towardsClass.managedProperty().bind(conditional);
    getChildren().addAll(heading(title, value), psi, row, cutoff, towardsClass, effect);

    towardsClass.selectedProperty().addListener((p, old, now) -> choose());
    psi.valueProperty().addListener((p, old, now) -> choose());
    cutoff.valueProperty().addListener((p, old, now) -> choose());
    truncation.addListener((p, old, now) -> show());
    layers.addListener((p, old, now) -> show());
    show();
  }

  private static HBox heading(Label title, Label value) {
    value.getStyleClass().add(Styles.TEXT_MUTED);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, value);
    heading.setAlignment(Pos.CENTER_LEFT);
    heading.setMinHeight(24);
    return heading;
  }

  /** How codes are truncated in w. */
  public ObjectProperty<WTruncation> truncationProperty() {
    return truncation;
  }

  /** How many styled layers there are. */
  public IntegerProperty layersProperty() {
    return layers;
  }

  /** Whether it can be chosen to draw towards the mean of the class. */
  public BooleanProperty conditionalProperty() {
    return conditional;
  }

  private void choose() {
    if (!showing) {
      int chosen = (int) Math.round(cutoff.getValue());
      truncation.set(
          new WTruncation(
              Math.round(psi.getValue() * 20) / 20.0,
              chosen >= layers.get() ? WTruncation.ALL : chosen,
              towardsClass.isSelected()));
    }
  }

  private void show() {
    WTruncation now = truncation.get();
    boolean all = now.cutoff() == WTruncation.ALL || now.cutoff() >= layers.get();
    showing = true; // of what the sliders cannot show exactly
    try {
      cutoff.setMax(Math.max(1, layers.get()));
      if (Math.abs(psi.getValue() - now.psi()) > 0.025) {
        psi.setValue(now.psi());
      }
      towardsClass.setSelected(now.towardsClass());
      int cut = all ? layers.get() : now.cutoff();
      if (Math.round(cutoff.getValue()) != cut) {
        cutoff.setValue(cut);
      }
    } finally {
      showing = false;
    }
    cutoff.setDisable(now.none());
    towardsClass.setDisable(now.none());
    value.setText(now.none() ? Messages.text("truncation.off") : number(now.psi()));
    shown.setText(
        all
            ? Messages.text("psi.layers.all", layers.get())
            : Messages.text("psi.layers.some", now.cutoff(), layers.get()));
    effect.setText(effect(now, all));
  }

  private static String effect(WTruncation now, boolean all) {
    if (now.none()) {
      return Messages.text("psi.effect.off");
    }
    String where = Messages.text(now.towardsClass() ? "psi.effect.class" : "psi.effect.mean");
    long share = Math.round(100 * (1 - now.psi()));
    return all
        ? Messages.text("psi.effect", share, where)
        : Messages.text("psi.effect.some", share, now.cutoff(), where);
  }

  private static String number(double psi) {
    return String.format(Locale.ROOT, "%.2f", psi);
  }
}
