package studio.saddlepoint.app.explore.style;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.mixing.StyleGroup;

/**
 * The choice of the styled layers that take the columns' styles: a slider with two ends, which
 * stand between layers, a button for each group of styles, and the sizes that they belong to.
 */
final class LayersControl extends VBox {
  private final ObjectProperty<LayerRange> layers = new SimpleObjectProperty<>(LayerRange.NONE);
  private final ObjectProperty<List<Integer>> sizes = new SimpleObjectProperty<>(List.of());
  private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
  private final Label shown = new Label();
  private final Map<StyleGroup, ToggleButton> groups = new EnumMap<>(StyleGroup.class);
  private boolean showing;

  LayersControl() {
    setSpacing(4);
    Label title = new Label(Messages.text("mixing.layers"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setMinWidth(USE_PREF_SIZE);
    title.setTooltip(Buttons.tooltip(Messages.text("mixing.layers.tip")));
    Terms.link(title, "style-mixing");
    shown.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    shown.setId("mixing-layers-shown");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox heading = new HBox(title, space, groups());
    heading.setAlignment(Pos.CENTER_LEFT);
    slider.setId("mixing-layers");
    slider.getStyleClass().add("slider");
    slider.setPadding(new Insets(0, 6, 0, 0));
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(Messages.text("mixing.layers"));
    Buttons.explain(slider, Messages.text("mixing.layers.tip"));
    slider
        .skinProperty()
        .addListener(
            (p, old, now) -> {
              name(".low-thumb", "mixing.layers.from");
              name(".high-thumb", "mixing.layers.to");
            });
    getChildren().addAll(heading, slider, shown);
    slider.lowValueProperty().addListener((p, old, now) -> choose());
    slider.highValueProperty().addListener((p, old, now) -> choose());
    layers.addListener((p, old, now) -> show());
    sizes.addListener((p, old, now) -> show());
    show();
  }

  private void name(String thumb, String key) {
    Node found = slider.lookup(thumb);
    if (found != null) {
      found.setAccessibleText(Messages.text(key));
    }
  }

  private HBox groups() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    for (StyleGroup group : StyleGroup.values()) {
      String key = "mixing.group." + group.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Messages.text(key));
      button.setId(key.replace('.', '-'));
      button.setMinWidth(USE_PREF_SIZE);
      button
          .getStyleClass()
          .add(
              switch (group) {
                case COARSE -> Styles.LEFT_PILL;
                case MIDDLE -> Styles.CENTER_PILL;
                case FINE -> Styles.RIGHT_PILL;
              });
      button.setOnAction(
          event -> {
            group.layers(sizes.get()).ifPresent(layers::set);
            show(); // a second press takes nothing back
          });
      groups.put(group, button);
      row.getChildren().add(button);
    }
    return row;
  }

  /** The layers that take the columns' styles. */
  ObjectProperty<LayerRange> layersProperty() {
    return layers;
  }

  /** The size that each styled layer works at. */
  ObjectProperty<List<Integer>> sizesProperty() {
    return sizes;
  }

  private void choose() {
    int from = (int) Math.round(slider.getLowValue());
    int end = (int) Math.round(slider.getHighValue());
    if (showing) {
      return;
    }
    if (end > from) {
      layers.set(new LayerRange(from, end - 1));
    } else {
      show(); // one layer is the least
    }
  }

  private void show() {
    LayerRange now = layers.get();
    int count = sizes.get().size();
    boolean known = !now.isEmpty() && now.to() < count;
    slider.setDisable(!known);
    if (known) {
      showing = true;
      try {
        slider.setMax(count);
        // The one that makes room first: the ends hold each other.
        if (now.from() > slider.getHighValue()) {
          slider.setHighValue(now.to() + 1);
        }
        slider.setLowValue(now.from());
        slider.setHighValue(now.to() + 1);
      } finally {
        showing = false;
      }
    }
    shown.setText(known ? text(now) : "");
    groups.forEach(
        (group, button) -> {
          Optional<LayerRange> its = group.layers(sizes.get());
          button.setDisable(its.isEmpty());
          button.setSelected(its.filter(now::equals).isPresent());
          Buttons.explain(button, tip(group, its));
        });
  }

  private String tip(StyleGroup group, Optional<LayerRange> its) {
    String key = "mixing.group." + group.name().toLowerCase(Locale.ROOT) + ".tip";
    return its.map(range -> Messages.text(key, text(range))).orElse("");
  }

  private String text(LayerRange range) {
    return range.from() == range.to()
        ? Messages.text("mixing.layers.one", range.from(), range.sizes(sizes.get()))
        : Messages.text("mixing.layers.some", range.from(), range.to(), range.sizes(sizes.get()));
  }
}
