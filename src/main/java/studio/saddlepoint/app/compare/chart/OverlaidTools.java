package studio.saddlepoint.app.compare.chart;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.spec.Quantity;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.SharedQuantities;
import studio.saddlepoint.app.fx.Buttons;

/** How all charts are drawn, and which there are. */
final class OverlaidTools extends HBox {
  private static final double SMOOTHING = 0.6;

  private final CompareModel model;
  private final Supplier<SharedQuantities> quantities;
  private final Label words = new Label();

  OverlaidTools(
      CompareModel model,
      ChartSettings settings,
      ObjectProperty<XAxis> axis,
      Supplier<SharedQuantities> quantities) {
    super(8);
    this.model = model;
    this.quantities = quantities;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("chart-tools");
    setMinHeight(Region.USE_PREF_SIZE);
    Label name = new Label(Messages.text("chart.smoothing"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Slider smoothing = new Slider(0, 0.99, SMOOTHING);
    smoothing.setId("compare-smoothing");
    smoothing.setPrefWidth(120);
    smoothing.setMinWidth(48);
    smoothing.setBlockIncrement(0.1);
    smoothing.setAccessibleText(Messages.text("chart.smoothing"));
    Buttons.explain(smoothing, Messages.text("chart.smoothing.tip"));
    settings.smoothingProperty().bind(smoothing.valueProperty());
    name.setLabelFor(smoothing);
    ToggleButton log = new ToggleButton(Messages.text("chart.log"));
    log.setId("compare-log");
    log.getStyleClass().addAll(Styles.SMALL, "outlined-toggle");
    log.setMinWidth(Region.USE_PREF_SIZE);
    Buttons.explain(log, Messages.text("chart.log.tip"));
    settings.logProperty().bind(log.selectedProperty());
    Button reset =
        Buttons.labelled(
            Feather.MAXIMIZE_2, "chart.reset", () -> settings.zoomProperty().set(null));
    reset.setId("compare-zoom-reset");
    reset.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    reset.setText(Messages.text("compare.chart.reset"));
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.disableProperty().bind(Bindings.isNull(settings.zoomProperty()));
    words.getStyleClass().add("mark-note");
    words.setMinWidth(0);
    settings.hoverProperty().addListener(o -> tell(settings));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(name, smoothing, log, over(axis), words, space, reset, which());
  }

  private void tell(ChartSettings settings) {
    double part = settings.hoverProperty().get();
    words.setText(Double.isNaN(part) ? "" : settings.scaleProperty().get().words(part));
  }

  private static Node over(ObjectProperty<XAxis> axis) {
    ChoiceBox<XAxis> over = new ChoiceBox<>(FXCollections.observableArrayList(XAxis.values()));
    over.setId("compare-axis");
    over.setConverter(new AxisNames());
    over.setAccessibleText(Messages.text("chart.axis"));
    Buttons.explain(over, Messages.text("chart.axis.tip"));
    over.valueProperty().bindBidirectional(axis);
    return over;
  }

  private MenuButton which() {
    MenuButton which = new MenuButton(Messages.text("chart.choose"), new FontIcon(Feather.LAYOUT));
    which.setId("compare-charts");
    which.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    which.setMinWidth(Region.USE_PREF_SIZE);
    Buttons.explain(which, Messages.text("chart.choose.tip"));
    which.getItems().add(new MenuItem()); // an empty menu does not open
    which.setOnShowing(event -> which.getItems().setAll(choices()));
    return which;
  }

  private List<MenuItem> choices() {
    SharedQuantities there = quantities.get();
    List<String> drawn = there.drawn(model.state()).stream().map(Quantity::key).toList();
    List<MenuItem> items = new ArrayList<>();
    for (Quantity each : there.all()) {
      if (items.size() == there.shared().size() && !items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      CheckMenuItem item = new CheckMenuItem(each.title());
      item.setMnemonicParsing(false);
      item.setSelected(drawn.contains(each.key()));
      item.setOnAction(event -> draw(drawn, each.key(), item.isSelected()));
      items.add(item);
    }
    MenuItem usual = new MenuItem(Messages.text("compare.charts.usual"));
    usual.setId("compare-charts-usual");
    usual.setOnAction(event -> model.ask(now -> now.charting(Optional.empty())));
    items.add(new SeparatorMenuItem());
    items.add(usual);
    return items;
  }

  private void draw(List<String> drawn, String key, boolean wanted) {
    List<String> keys = new ArrayList<>(drawn);
    keys.remove(key);
    if (wanted) {
      keys.add(key);
    }
    model.ask(now -> now.charting(Optional.of(keys)));
  }

  private static final class AxisNames extends StringConverter<XAxis> {
    @Override
    public String toString(@Nullable XAxis axis) {
      return axis == null ? "" : axis.title();
    }

    @Override
    public XAxis fromString(String text) {
      throw new UnsupportedOperationException("is chosen, not typed");
    }
  }
}
