package studio.saddlepoint.app.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.RunHistory;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.ChartSwatches;
import studio.saddlepoint.app.chart.ChartView;
import studio.saddlepoint.app.chart.LegendEntry;
import studio.saddlepoint.app.chart.XScale;
import studio.saddlepoint.app.chart.spec.ChartSpec;
import studio.saddlepoint.app.chart.spec.SeriesSpec;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.curve.Points;
import studio.saddlepoint.run.curve.Series;

/** One chart with its title and its legend, which also reads out values. */
final class ChartCard extends VBox {

  /** Of the card and its head, in the style sheet. */
  private static final double SIDES = 24;

  private static final double LEAST_TITLE = 48;

  /** Of the words beside the title of the chart that says where the crosshair is. */
  private static final double NOTE_ROOM = 110;

  /** Between the entries of a legend with names. */
  private static final double GAP = 14;

  /** Of the style sheet, as it is written. */
  private static final double TITLE_SIZE = 13;

  private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden");

  private final ChartSpec spec;
  private final ChartSettings settings;
  private final ChartView view;
  private final HBox head = new HBox();

  /** Beside the title, or below it where that leaves no room for names. */
  private final FlowPane legend = new FlowPane(14, 2);

  private final List<Entry> entries = new ArrayList<>();
  private final Label markNote = new Label();
  private final ChartSwatches colours;
  private final BooleanProperty empty = new SimpleBooleanProperty(true);
  private final Label title = new Label();
  private final Label left = new Label();
  private final HBox menu = new HBox();
  private final Label waiting = new Label();

  /**
   * Style sheets set fonts while the nodes are walked through: none may move until that is over.
   */
  private final FxThrottle placing;

  private @Nullable OpenRun run;
  private boolean leads;

  private record Entry(SeriesSpec.Line line, LegendEntry legend, Label value) {
    /** With its name, in window units. */
    double width() {
      double spaces = legend.getSpacing() * (legend.getChildren().size() - 1);
      return legend.getChildren().stream().mapToDouble(each -> each.prefWidth(-1)).sum() + spaces;
    }
  }

  /** A number whose place is as wide for most others: what is read out does not wander. */
  private static final class Value extends Label {
    /** Times the size of its letters. */
    private static final double LEAST_WIDTH = 3.4;

    @Override
    protected double computePrefWidth(double height) {
      return Math.max(super.computePrefWidth(height), LEAST_WIDTH * getFont().getSize());
    }
  }

  ChartCard(ChartSpec spec, ChartSettings settings, Painter painter, Executor ui) {
    this.spec = spec;
    this.settings = settings;
    this.view = new ChartView(painter, ui, settings, this::request);
    this.colours = new ChartSwatches(view::repaint);
    this.placing = new FxThrottle(ui, () -> Duration.ZERO, this::nameWhereThereIsRoom);
    getStyleClass().addAll("card", "chart-card");
    title.getStyleClass().add("card-title");
    title.setMinWidth(LEAST_TITLE); // gives way to the menu
    menu.setMinWidth(Region.USE_PREF_SIZE);
    markNote.getStyleClass().add("mark-note");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    legend.setAlignment(Pos.CENTER_RIGHT);
    legend.getStyleClass().add("chart-legend");
    legend.setMinWidth(0);
    head.getChildren().addAll(title, markNote, space, menu);
    markNote.setMinWidth(0);
    markNote.managedProperty().bind(markNote.textProperty().isNotEmpty());
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
    head.setMinWidth(0);
    setMinWidth(120);
    widthProperty().addListener(o -> nameWhereThereIsRoom());
    title
        .fontProperty()
        .addListener(
            o -> {
              placing.request();
              view.repaint();
            });
    explain();
    waiting.getStyleClass().add("muted");
    waiting.visibleProperty().bind(empty);
    view.visibleProperty().bind(empty.not());
    left.getStyleClass().add("chart-left-out");
    left.setMouseTransparent(true);
    left.visibleProperty().bind(left.textProperty().isNotEmpty());
    StackPane.setAlignment(left, Pos.TOP_RIGHT);
    StackPane drawing = new StackPane(view, waiting, left);
    VBox.setVgrow(drawing, Priority.ALWAYS);
    getChildren().addAll(head, drawing, colours);
    follow(Recipe.defaults().method().kind().players(), List.of());
    settings.scaleProperty().addListener(o -> refresh());
    settings.hidden().addListener((SetChangeListener<String>) change -> refresh());
    settings.smoothingProperty().addListener(o -> view.repaint());
    settings.logProperty().addListener(o -> refresh());
    settings.zoomProperty().addListener(o -> view.repaint());
    settings.hoverProperty().addListener(o -> readOut());
  }

  private Entry entry(SeriesSpec.Line line) {
    LegendEntry legend = new LegendEntry(line.colour(), line.name());
    legend.setCursor(Cursor.HAND);
    legend.onColour(view::repaint);
    Clicks.on(legend, event -> settings.toggle(line.key()));
    Label value = new Value();
    value.getStyleClass().add("legend-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    legend.getChildren().add(value);
    legend.managedProperty().bind(legend.visibleProperty());
    Label name = legend.name();
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.managedProperty().bind(name.visibleProperty());
    // The style sheet comes later, where the chart is not in view yet.
    name.fontProperty().addListener(o -> placing.request());
    value.fontProperty().addListener(o -> placing.request());
    Tooltip.install(legend, Buttons.tooltip(Messages.text("chart.legend.tip", line.name())));
    return new Entry(line, legend, value);
  }

  /** How much larger texts are than the sizes that charts are drawn with. */
  private double textFactor() {
    return title.getFont().getSize() / TITLE_SIZE;
  }

  private void nameWhereThereIsRoom() {
    double names =
        entries.stream()
            .filter(entry -> entry.legend().isVisible())
            .mapToDouble(entry -> entry.width() + GAP)
            .sum();
    double note = leads ? textFactor() * NOTE_ROOM : 0;
    double others = title.prefWidth(-1) + note + menu.prefWidth(-1) + 2 * GAP; // beside the space
    boolean beside = getWidth() - SIDES > others + names;
    boolean room = beside || getWidth() - SIDES > names - GAP;
    entries.forEach(entry -> entry.legend().name().setVisible(room));
    head.setSpacing(beside ? GAP : 4);
    legend.setHgap(room ? GAP : 6);
    legend.setPrefWrapLength(beside ? getWidth() : Math.max(1, names)); // beside it: one row
    List<Node> place = beside ? head.getChildren() : getChildren();
    if (!place.contains(legend)) {
      (beside ? getChildren() : head.getChildren()).remove(legend);
      place.add(beside ? place.indexOf(menu) : place.indexOf(head) + 1, legend);
    }
  }

  /** What can be done with the chart, at the end of its head. */
  void offer(Node what) {
    menu.getChildren().setAll(what);
  }

  /** Makes it the chart that says where the crosshair is, and whose marks have words. */
  void lead(boolean whether) {
    if (leads != whether) {
      leads = whether;
      refresh();
    }
  }

  /** What it shows. */
  ChartSpec spec() {
    return spec;
  }

  /** Its name. */
  String title() {
    return title.getText();
  }

  /** The quantities that there is something of. */
  List<SeriesSpec.Line> told() {
    RunHistory now = history();
    return now == null
        ? List.of()
        : entries.stream()
            .map(Entry::line)
            .filter(line -> now.series(line.key()).isPresent())
            .toList();
  }

  /** Draws the curves of other players; costs nothing where they are the same. */
  void follow(PlayerNames players, List<String> keys) {
    List<SeriesSpec.Line> lines = spec.lines(players, keys);
    title.setText(spec.title(players));
    view.setAccessibleText(title.getText());
    if (lines.equals(entries.stream().map(Entry::line).toList())) {
      return;
    }
    entries.forEach(entry -> legend.getChildren().remove(entry.legend()));
    entries.clear();
    for (SeriesSpec.Line line : lines) {
      Entry entry = entry(line);
      entries.add(entry);
      legend.getChildren().add(entry.legend());
    }
    nameWhereThereIsRoom();
  }

  /** Shows another run, or nothing. */
  void show(@Nullable OpenRun next) {
    run = next;
    if (next != null) {
      follow(next.recipe().method().kind().players(), next.history().keys());
    }
    explain();
    view.clear();
    refresh();
  }

  /** Whether there is anything of it in a history. */
  boolean hasData(RunHistory of) {
    return entries.stream().anyMatch(entry -> of.series(entry.line().key()).isPresent());
  }

  private @Nullable RunHistory history() {
    return run == null ? null : run.history();
  }

  /** In the words of the run's loss. */
  private void explain() {
    String tip = spec.tip(Optional.ofNullable(run).map(each -> each.recipe().method().objective()));
    Buttons.explain(title, tip);
    Terms.explain(title, "chart:" + spec.id());
    view.setAccessibleHelp(tip);
  }

  private boolean log() {
    return spec.scale().log() || spec.scale().canBeLog() && settings.logProperty().get();
  }

  /** What cannot be drawn, in words; nothing where all is. */
  private String leftOut(RunHistory now) {
    List<Series> all =
        entries.stream().flatMap(entry -> now.series(entry.line().key()).stream()).toList();
    long lost = all.stream().mapToLong(Series::nonFinite).sum();
    boolean low = log() && all.stream().anyMatch(each -> !each.isEmpty() && each.least() <= 0);
    return Stream.of(
            lost > 0 ? Messages.text("chart.lost", Texts.count(lost)) : "",
            low ? Messages.text("chart.low") : "")
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Draws what is new. */
  void refresh() {
    RunHistory now = history();
    empty.set(now == null || !hasData(now));
    waiting.setText(
        Messages.text(
            run != null && run.loadingProperty().get() ? "chart.loading" : "chart.waiting"));
    left.setText(now == null ? "" : leftOut(now));
    readOut();
    view.repaint();
  }

  private @Nullable ChartRequest request() {
    double larger = textFactor();
    double pixels = getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    return request(
        Math.max(1, (int) (view.getWidth() / larger)),
        Math.max(1, (int) (view.getHeight() / larger)),
        pixels * larger,
        leads);
  }

  /**
   * What is to be painted in a size; nothing before there is anything.
   *
   * @param words whether marks have any
   */
  @Nullable ChartRequest request(int width, int height, double pixels, boolean words) {
    RunHistory now = history();
    if (now == null || !colours.styled()) {
      return null;
    }
    ChartSettings.Zoom zoom = settings.zoomProperty().get();
    double from = zoom == null ? 0 : zoom.from();
    double to = zoom == null ? Math.max(10, now.lastStep()) : zoom.to();
    List<ChartRequest.Curve> curves = new ArrayList<>();
    for (Entry entry : entries) {
      String key = entry.line().key();
      Optional<Series> series = now.series(key);
      if (series.isPresent() && !series.get().isEmpty() && !settings.hidden().contains(key)) {
        if (!entry.legend().styled()) {
          return null; // is asked for again when it has its colour
        }
        curves.add(
            new ChartRequest.Curve(
                entry.line().name(),
                points(key, series.get(), from, to, width),
                entry.legend().colour()));
      }
    }
    XScale x = settings.scaleProperty().get();
    return new ChartRequest(
        width,
        height,
        pixels,
        curves,
        ChartMarks.of(ChartMarks.events(now), x, from, to, width, words),
        x,
        from,
        to,
        log(),
        spec.look().smooth() ? settings.smoothingProperty().get() : 0,
        spec.scale().floor(),
        spec.scale().ceiling(),
        run == null ? List.of() : JudgementLevels.of(spec.id(), run.recipe()),
        colours.colours());
  }

  /** From the log, where the series has too little of so few steps. */
  private Points points(String key, Series series, double from, double to, int columns) {
    OpenRun now = run;
    if (now != null && !series.resolves(from, to, columns)) {
      Optional<Points> read =
          now.detail().of(from, to, now.history().lastStep()).map(each -> each.points().get(key));
      if (read.isPresent()) {
        return read.get();
      }
    }
    return series.view(from, to, columns);
  }

  /** The values under the crosshair, or the newest. */
  private void readOut() {
    RunHistory now = history();
    double step = settings.hoverProperty().get();
    for (Entry entry : entries) {
      Optional<Series> series = now == null ? Optional.empty() : now.series(entry.line().key());
      entry.legend().setVisible(series.isPresent() || !entry.line().optional());
      entry
          .legend()
          .pseudoClassStateChanged(HIDDEN, settings.hidden().contains(entry.line().key()));
      if (series.isEmpty()) {
        entry.value().setText("–");
      } else if (Double.isNaN(step) || series.get().isEmpty()) {
        entry.value().setText(Texts.value(series.get().last()));
      } else {
        entry.value().setText(Texts.value(series.get().at(step)));
      }
    }
    nameWhereThereIsRoom();
    markNote.setText(note(now, step));
  }

  private String note(@Nullable RunHistory now, double step) {
    return now == null || Double.isNaN(step) || !leads
        ? ""
        : settings.scaleProperty().get().words(step);
  }
}
