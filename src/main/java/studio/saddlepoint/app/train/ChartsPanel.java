package studio.saddlepoint.app.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

/** All charts of a run, one below the other on the same steps. */
final class ChartsPanel extends VBox {
  private final ChartSettings settings = new ChartSettings();
  private final Map<String, ChartCard> cards = new LinkedHashMap<>();
  private final HBox pair;
  private @Nullable OpenRun run;

  ChartsPanel(Painter painter, Executor ui) {
    getStyleClass().add("charts");
    for (ChartSpec spec : ChartSpec.all()) {
      ChartCard card = new ChartCard(spec, settings, painter, ui, spec.id().equals("loss"));
      card.setId("chart-" + spec.id());
      cards.put(spec.id(), card);
    }
    pair = new HBox(8, card("gradient"), card("speed"));
    HBox.setHgrow(card("gradient"), Priority.ALWAYS);
    HBox.setHgrow(card("speed"), Priority.ALWAYS);
    card("gradient").setPrefWidth(300);
    card("speed").setPrefWidth(200);
    getChildren().add(tools());
    for (Node each :
        new Node[] {
          card("loss"),
          card("terms"),
          card("balance"),
          card("judgement"),
          card("output"),
          card("critic"),
          pair,
          card("fid")
        }) {
      VBox.setVgrow(each, Priority.ALWAYS);
      each.managedProperty().bind(each.visibleProperty());
      getChildren().add(each);
    }
    card("loss").setPrefHeight(220);
    choose();
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

  private ChartCard card(String id) {
    ChartCard card = cards.get(id);
    if (card == null) {
      throw new IllegalArgumentException(id);
    }
    return card;
  }

  /** Shows the charts that there is something for. */
  private void choose() {
    RunHistory now = run == null ? null : run.history();
    boolean critic = now != null && card("critic").hasData(now);
    card("critic").setVisible(critic);
    boolean output = now != null && card("output").hasData(now);
    card("output").setVisible(output);
    boolean judged = now != null && card("judgement").hasData(now);
    boolean balance = now != null && card("balance").hasData(now);
    card("balance").setVisible(balance);
    card("terms").setVisible(now != null && card("terms").hasData(now));
    // A run that an earlier version began may have both.
    card("judgement").setVisible(judged || !critic && !output && !balance);
    card("fid").setVisible(now != null && card("fid").hasData(now));
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
