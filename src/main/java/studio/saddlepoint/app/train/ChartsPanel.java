package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.chart.spec.ChartSpec;
import studio.saddlepoint.app.chart.spec.TrainCharts;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;

/** All charts of a run, one below the other on the same steps. */
final class ChartsPanel extends VBox {
  private static final String AXIS = "charts.axis";
  private static final String SMOOTHING = "charts.smoothing";
  private static final String LOG = "charts.log";

  /** A narrower panel has no room for the slider's name, which its tooltip has, too. */
  private static final double LABEL_FROM = 480;

  /** In a narrower panel no charts share a row: they would be too small to be read. */
  private static final double SHARED_FROM = 500;

  private static final String HIDDEN_CURVES = "charts.curves.hidden";

  private final ChartSettings settings = new ChartSettings();
  private final Map<String, ChartCard> cards = new LinkedHashMap<>();
  private final VBox rows = new VBox();
  private final Settings kept;
  private final ChartChoice choice;
  private final RunScale scale;
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(XAxis.STEP);
  private final InvalidationListener read = o -> repaint();
  private @Nullable OpenRun run;
  private int keys;

  /**
   * A panel.
   *
   * @param model keeps how charts are shown, and saves them
   * @param painter paints them
   * @param places asks where to save one
   */
  ChartsPanel(StudioModel model, Painter painter, AskingPlace places) {
    kept = model.settings();
    choice = new ChartChoice(kept, TrainCharts.ALL);
    scale = new RunScale(settings, painter, model.ui());
    ChartExport export = new ChartExport(model, places, settings);
    settings.hidden().addAll(List.of(kept.get(HIDDEN_CURVES, "").split(",")));
    settings.hidden().remove("");
    settings
        .hidden()
        .addListener(
            (SetChangeListener<String>)
                change -> kept.put(HIDDEN_CURVES, String.join(",", settings.hidden())));
    axis.set(XAxis.of(kept.get(AXIS, "")));
    axis.addListener(
        (p, old, now) -> {
          kept.put(AXIS, now.id());
          scale.follow(run, now);
        });
    getStyleClass().add("charts");
    rows.getStyleClass().add("chart-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("form-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(tools(), scroll);
    for (ChartSpec spec : TrainCharts.ALL) {
      ChartCard card = new ChartCard(spec, settings, painter, model.ui());
      card.setId("chart-" + spec.id());
      card.visibleProperty().addListener(o -> rowsShown());
      card.offer(new ChartMenu(card, settings, new Arranged(), export::save));
      cards.put(spec.id(), card);
    }
    arrange();
    choose();
    widthProperty()
        .addListener(
            (p, old, now) -> {
              if (old.doubleValue() >= SHARED_FROM != now.doubleValue() >= SHARED_FROM) {
                arrange();
              }
            });
  }

  /** Moves charts, and takes them away. */
  private final class Arranged implements ChartMenu.Arranging {
    @Override
    public boolean moves(ChartCard card, int by) {
      return choice.to(card.spec(), by, ChartsPanel.this::shows).isPresent();
    }

    @Override
    public void move(ChartCard card, int by) {
      choice.move(card.spec(), by, ChartsPanel.this::shows);
      arrange();
    }

    @Override
    public void hide(ChartCard card) {
      choice.want(card.spec(), false);
      choose();
    }
  }

  /** Puts all charts into their rows; those that have a width share one with their neighbours. */
  private void arrange() {
    rows.getChildren().forEach(each -> ((HBox) each).getChildren().clear());
    rows.getChildren().clear();
    HBox row = new HBox(8);
    boolean shared = false;
    for (ChartSpec spec : choice.order()) {
      ChartCard card = cards.get(spec.id());
      double width = spec.look().besides();
      if (row.getChildren().isEmpty() || width == 0 || !shared) {
        row = new HBox(8);
        VBox.setVgrow(row, Priority.ALWAYS);
        rows.getChildren().add(row);
      }
      shared = width > 0 && getWidth() >= SHARED_FROM;
      card.setPrefWidth(shared ? width : Region.USE_COMPUTED_SIZE);
      HBox.setHgrow(card, Priority.ALWAYS);
      row.getChildren().add(card);
    }
    rowsShown();
  }

  /** A row is there where one of its charts is. */
  private void rowsShown() {
    for (Node row : rows.getChildren()) {
      boolean any = false;
      for (Node card : ((HBox) row).getChildren()) {
        card.setManaged(card.isVisible());
        any |= card.isVisible();
      }
      row.setVisible(any);
      row.setManaged(any);
    }
    Optional<ChartSpec> first = choice.order().stream().filter(this::shows).findFirst();
    cards.values().forEach(card -> card.lead(first.filter(card.spec()::equals).isPresent()));
  }

  private boolean shows(ChartSpec spec) {
    return cards.get(spec.id()).isVisible();
  }

  /** Shows another run, or nothing. */
  void show(@Nullable OpenRun next) {
    if (run != null) {
      run.detail().versionProperty().removeListener(read);
    }
    run = next;
    if (next != null) {
      next.detail().versionProperty().addListener(read);
    }
    settings.zoomProperty().set(null);
    settings.hoverProperty().set(Double.NaN); // a step of the run before
    scale.follow(next, axis.get());
    keys = -1;
    choose();
    cards.values().forEach(card -> card.show(next));
  }

  /** Points at a step in all charts, until the mouse points at another. */
  void point(long step) {
    settings.hoverProperty().set(step);
  }

  private void repaint() {
    cards.values().stream().filter(Node::isVisible).forEach(ChartCard::refresh);
  }

  /** Draws what is new; costs nothing for charts that are not shown. */
  void refresh() {
    settings.lastStepProperty().set(run == null ? 0 : run.history().lastStep());
    scale.follow(run, axis.get());
    choose();
    repaint();
  }

  private PlayerNames players() {
    return (run == null ? Recipe.defaults() : run.recipe()).method().kind().players();
  }

  /** Shows the charts that there is something for, and that a person wants. */
  private void choose() {
    RunHistory now = run == null ? null : run.history();
    PlayerNames players = players();
    if (now != null && now.keys().size() != keys) {
      keys = now.keys().size();
      List<String> all = now.keys();
      cards.values().forEach(card -> card.follow(players, all));
    }
    Set<String> told =
        cards.entrySet().stream()
            .filter(card -> now != null && card.getValue().hasData(now))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    TrainCharts.ALL.forEach(
        spec ->
            visible(
                spec, choice.wants(spec) && spec.shown().now(players, spec.id(), told::contains)));
  }

  /** The charts to choose from: those that there is something for. */
  private List<MenuItem> choices() {
    List<MenuItem> items = new ArrayList<>();
    RunHistory now = run == null ? null : run.history();
    for (ChartSpec spec : choice.order()) {
      ChartCard card = cards.get(spec.id());
      if (card == null || !card.isVisible() && (now == null || !card.hasData(now))) {
        continue;
      }
      CheckMenuItem item = new CheckMenuItem(card.title());
      item.setId("chart-choice-" + spec.id());
      item.setMnemonicParsing(false);
      item.setSelected(choice.wants(spec));
      item.setOnAction(
          event -> {
            choice.want(spec, item.isSelected());
            choose();
            repaint();
          });
      items.add(item);
    }
    MenuItem usual = new MenuItem(Messages.text("chart.usual"));
    usual.setId("charts-usual");
    usual.setOnAction(
        event -> {
          choice.reset();
          arrange();
          choose();
          repaint();
        });
    items.add(new SeparatorMenuItem());
    items.add(usual);
    return items;
  }

  private void visible(ChartSpec spec, boolean visible) {
    ChartCard card = cards.get(spec.id());
    if (card != null) {
      card.setVisible(visible);
    }
  }

  private HBox tools() {
    Label name = new Label(Messages.text("chart.smoothing"));
    double weight = kept.number(SMOOTHING, settings.smoothingProperty().get());
    Slider smoothing = new Slider(0, 0.99, Math.max(0, Math.min(0.99, weight)));
    smoothing.setId("smoothing");
    smoothing.setPrefWidth(120);
    smoothing.setBlockIncrement(0.1);
    smoothing.setAccessibleText(Messages.text("chart.smoothing"));
    Buttons.explain(smoothing, Messages.text("chart.smoothing.tip"));
    settings.smoothingProperty().bind(smoothing.valueProperty());
    smoothing
        .valueProperty()
        .addListener(
            (p, old, now) -> {
              if (!smoothing.isValueChanging()) {
                kept.put(SMOOTHING, String.format(Locale.ROOT, "%.3f", now.doubleValue()));
              }
            });
    name.setLabelFor(smoothing);
    ToggleButton log = new ToggleButton(Messages.text("chart.log"));
    log.setId("log-scale");
    log.getStyleClass().add(Styles.SMALL);
    Buttons.explain(log, Messages.text("chart.log.tip"));
    log.setSelected(Boolean.parseBoolean(kept.get(LOG, "false")));
    settings.logProperty().bind(log.selectedProperty());
    log.selectedProperty().addListener((p, old, now) -> kept.put(LOG, Boolean.toString(now)));
    ChoiceBox<XAxis> over = new ChoiceBox<>(FXCollections.observableArrayList(XAxis.values()));
    over.setId("chart-axis");
    over.setConverter(new AxisNames());
    over.setAccessibleText(Messages.text("chart.axis"));
    Buttons.explain(over, Messages.text("chart.axis.tip"));
    over.valueProperty().bindBidirectional(axis);
    MenuButton which = new MenuButton("", new FontIcon(Feather.LAYOUT));
    which.setId("chart-choice");
    which.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    which.setAccessibleText(Messages.text("chart.choose"));
    Buttons.explain(which, Messages.text("chart.choose.tip"));
    which.getItems().add(new MenuItem()); // an empty menu does not open
    which.setOnShowing(event -> which.getItems().setAll(choices()));
    Button reset =
        Buttons.labelled(
            Feather.MAXIMIZE_2, "chart.reset", () -> settings.zoomProperty().set(null));
    reset.setId("zoom-reset");
    reset.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    reset.disableProperty().bind(Bindings.isNull(settings.zoomProperty()));
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.visibleProperty().bind(widthProperty().greaterThan(LABEL_FROM));
    name.managedProperty().bind(name.visibleProperty());
    smoothing.setMinWidth(48);
    reset.setAccessibleText(reset.getText());
    Buttons.explain(reset, reset.getText());
    reset
        .textProperty()
        .bind(Bindings.when(name.visibleProperty()).then(reset.getText()).otherwise(""));
    reset.setMinWidth(Region.USE_PREF_SIZE);
    log.setMinWidth(Region.USE_PREF_SIZE);
    log.getStyleClass().add("outlined-toggle");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox tools = new HBox(8, name, smoothing, log, over, space, reset, which);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("chart-tools");
    tools.setMinHeight(Region.USE_PREF_SIZE);
    return tools;
  }

  /** The names of what charts are drawn over. */
  private static final class AxisNames extends StringConverter<XAxis> {
    @Override
    public String toString(XAxis axis) {
      return axis == null ? "" : axis.title();
    }

    @Override
    public XAxis fromString(String text) {
      throw new UnsupportedOperationException("is chosen, not typed");
    }
  }
}
