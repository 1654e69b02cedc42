package studio.saddlepoint.app.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;

/** All charts of a run, one below the other on the same steps. */
final class ChartsPanel extends VBox {
  private final ChartSettings settings = new ChartSettings();
  private final Map<String, ChartCard> cards = new LinkedHashMap<>();
  private final VBox rows = new VBox();
  private @Nullable OpenRun run;

  ChartsPanel(Painter painter, Executor ui) {
    getStyleClass().add("charts");
    rows.getStyleClass().add("chart-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("form-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(tools(), scroll);
    HBox row = new HBox(8);
    for (ChartSpec spec : TrainCharts.ALL) {
      ChartCard card = new ChartCard(spec, settings, painter, ui);
      card.setId("chart-" + spec.id());
      cards.put(spec.id(), card);
      double width = spec.look().besides();
      if (width == 0) {
        row = new HBox(8);
        addRow(card);
        continue;
      }
      if (row.getChildren().isEmpty()) {
        addRow(row);
      }
      card.setPrefWidth(width);
      HBox.setHgrow(card, Priority.ALWAYS);
      row.getChildren().add(card);
    }
    choose();
  }

  private void addRow(Node each) {
    VBox.setVgrow(each, Priority.ALWAYS);
    each.managedProperty().bind(each.visibleProperty());
    rows.getChildren().add(each);
  }

  /** Shows another run, or nothing. */
  void show(@Nullable OpenRun next) {
    run = next;
    settings.zoomProperty().set(null);
    choose();
    cards.values().forEach(card -> card.show(next));
  }

  /** Draws what is new; costs nothing for charts that are not shown. */
  void refresh() {
    settings.lastStepProperty().set(run == null ? 0 : run.history().lastStep());
    choose();
    cards.values().stream().filter(Node::isVisible).forEach(ChartCard::refresh);
  }

  /** Shows the charts that there is something for. */
  private void choose() {
    RunHistory now = run == null ? null : run.history();
    PlayerNames players =
        (run == null ? Recipe.defaults() : run.recipe()).method().kind().players();
    Set<String> told =
        cards.entrySet().stream()
            .filter(card -> now != null && card.getValue().hasData(now))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    TrainCharts.ALL.forEach(
        spec -> visible(spec, spec.shown().now(players, spec.id(), told::contains)));
  }

  private void visible(ChartSpec spec, boolean visible) {
    ChartCard card = cards.get(spec.id());
    if (card != null) {
      card.setVisible(visible);
    }
  }

  private HBox tools() {
    Label name = new Label(Messages.text("chart.smoothing"));
    Slider smoothing = new Slider(0, 0.99, settings.smoothingProperty().get());
    smoothing.setId("smoothing");
    smoothing.setPrefWidth(120);
    smoothing.setBlockIncrement(0.1);
    smoothing.setAccessibleText(Messages.text("chart.smoothing"));
    Buttons.explain(smoothing, Messages.text("chart.smoothing.tip"));
    settings.smoothingProperty().bind(smoothing.valueProperty());
    name.setLabelFor(smoothing);
    ToggleButton log = new ToggleButton(Messages.text("chart.log"));
    log.setId("log-scale");
    log.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
    Buttons.explain(log, Messages.text("chart.log.tip"));
    settings.logProperty().bind(log.selectedProperty());
    Button reset =
        Buttons.labelled(
            Feather.MAXIMIZE_2, "chart.reset", () -> settings.zoomProperty().set(null));
    reset.setId("zoom-reset");
    reset
        .getStyleClass()
        .addAll(atlantafx.base.theme.Styles.SMALL, atlantafx.base.theme.Styles.FLAT);
    reset.disableProperty().bind(Bindings.isNull(settings.zoomProperty()));
    name.setMinWidth(0);
    smoothing.setMinWidth(48);
    reset.setMinWidth(0);
    log.setMinWidth(Region.USE_PREF_SIZE);
    log.getStyleClass().add("outlined-toggle");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox tools = new HBox(8, name, smoothing, log, space, reset);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("chart-tools");
    tools.setMinHeight(Region.USE_PREF_SIZE);
    return tools;
  }
}
