package studio.saddlepoint.app.compare.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.spec.Quantity;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.app.compare.model.SharedQuantities;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.pictures.AskingPlace;

/** A chart for each quantity, all on the same axis, with the curves of all runs. */
public final class OverlaidCharts extends VBox {
  /** In a wider panel charts stand in two columns. */
  private static final double TWO_FROM = 600;

  private final StudioModel studio;
  private final CompareModel model;
  private final Painter painter;
  private final OverlaidExport export;
  private final ChartSettings settings = new ChartSettings();
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(XAxis.STEP);
  private final Map<Quantity, OverlaidCard> cards = new LinkedHashMap<>();
  private final GridPane grid = new GridPane();
  private final EmptyState none;
  private final EmptyState waiting;
  private SharedQuantities quantities = new SharedQuantities(List.of(), List.of());
  private int columns;

  /**
   * A panel.
   *
   * @param places asks where to save a chart
   */
  public OverlaidCharts(
      StudioModel studio, CompareModel model, Painter painter, AskingPlace places) {
    super(8);
    this.studio = studio;
    this.model = model;
    this.painter = painter;
    export = new OverlaidExport(studio, model, places);
    getStyleClass().add("overlaid-charts");
    none =
        new EmptyState(
            Feather.TRENDING_UP,
            Messages.text("compare.charts.none"),
            Messages.text("compare.charts.none.text"));
    waiting =
        new EmptyState(
            Feather.CLOCK,
            Messages.text("chart.waiting"),
            Messages.text("compare.charts.waiting.text"));
    grid.setHgap(8);
    grid.setVgap(8);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("form-scroll");
    StackPane body = new StackPane(scroll, none, waiting);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new OverlaidTools(model, settings, axis, () -> quantities), body);
    axis.addListener(
        (p, old, now) -> {
          settings.zoomProperty().set(null); // places mean something else
          settings.hoverProperty().set(Double.NaN);
          refresh();
        });
    widthProperty().addListener(o -> arrange(false));
  }

  /** Draws what is new. */
  public void refresh() {
    OverlaidScale scale = OverlaidScale.of(model.shown(), axis.get());
    settings.scaleProperty().set(scale.x());
    settings.lastStepProperty().set(scale.end());
    quantities = SharedQuantities.of(model.runs(), model.state());
    List<Quantity> drawn = quantities.drawn(model.state());
    boolean others = !drawn.equals(List.copyOf(cards.keySet()));
    if (others) {
      Map<Quantity, OverlaidCard> before = new LinkedHashMap<>(cards);
      cards.clear();
      for (Quantity each : drawn) {
        OverlaidCard kept = before.get(each);
        cards.put(each, kept == null ? card(each, scale) : kept);
      }
    }
    arrange(others);
    cards.values().forEach(card -> card.refresh(scale));
    boolean loading = model.runs().stream().anyMatch(ComparedRun::loading);
    boolean told = model.runs().stream().anyMatch(run -> !run.keys().isEmpty());
    boolean empty = drawn.isEmpty() && !loading && !model.runs().isEmpty();
    none.setVisible(empty && told);
    waiting.setVisible(empty && !told);
  }

  private OverlaidCard card(Quantity quantity, OverlaidScale scale) {
    OverlaidCard card = new OverlaidCard(model, quantity, scale, settings, painter, studio.ui());
    card.offer(new OverlaidMenu(model, card, this::hide, export::save));
    return card;
  }

  private void hide(OverlaidCard card) {
    List<String> keys = new ArrayList<>(cards.keySet().stream().map(Quantity::key).toList());
    keys.remove(card.quantity().key());
    model.ask(now -> now.charting(Optional.of(keys)));
  }

  private void arrange(boolean others) {
    int wanted = getWidth() >= TWO_FROM && cards.size() > 1 ? 2 : 1;
    if (wanted == columns && !others) {
      return;
    }
    columns = wanted;
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
    }
    int at = 0;
    for (OverlaidCard card : cards.values()) {
      GridPane.setHgrow(card, Priority.ALWAYS);
      GridPane.setVgrow(card, Priority.ALWAYS);
      grid.add(card, at % columns, at / columns);
      at++;
    }
  }
}
