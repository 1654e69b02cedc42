package studio.saddlepoint.app.compare.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.ChartRequest;
import studio.saddlepoint.app.chart.ChartSettings;
import studio.saddlepoint.app.chart.ChartSwatches;
import studio.saddlepoint.app.chart.ChartView;
import studio.saddlepoint.app.chart.LegendEntry;
import studio.saddlepoint.app.chart.spec.Quantity;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.ComparedRun;
import studio.saddlepoint.app.compare.model.OurRun;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.metrics.Protocol;

/** One quantity of all runs: a curve each, in the run's colour, with its value. */
final class OverlaidCard extends VBox {
  /** Of the style sheet, as it is written. */
  private static final double TITLE_SIZE = 13;

  /** Of the card and its legend, in the style sheet. */
  private static final double SIDES = 24;

  private static final double GAP = 12;

  private final CompareModel model;
  private final Quantity quantity;
  private final ChartSettings settings;
  private final ChartView view;
  private final ChartSwatches colours;
  private final Label title = new Label();
  private final Label note = new Label();
  private final HBox menu = new HBox();
  private final FlowPane legend = new FlowPane(GAP, 2);

  /**
   * Style sheets set fonts while nodes are walked through: nothing is placed until that is over.
   */
  private final FxThrottle placing;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private OverlaidScale scale;
  private List<OverlaidLine> lines = List.of();

  private record Entry(LegendEntry legend, Label value, String name, int colour) {}

  OverlaidCard(
      CompareModel model,
      Quantity quantity,
      OverlaidScale scale,
      ChartSettings settings,
      Painter painter,
      Executor ui) {
    this.model = model;
    this.quantity = quantity;
    this.scale = scale;
    this.settings = settings;
    placing = new FxThrottle(ui, () -> Duration.ZERO, this::nameWhereThereIsRoom);
    widthProperty().addListener(o -> placing.request());
    view = new ChartView(painter, ui, settings, this::request);
    colours = new ChartSwatches(view::repaint);
    setId("overlaid-" + quantity.key());
    getStyleClass().addAll("card", "chart-card", "overlaid-card");
    setMinWidth(0);
    title.setText(quantity.title());
    title.getStyleClass().add("card-title");
    title.setMinWidth(0);
    if (!quantity.tip().isEmpty()) {
      Buttons.explain(title, quantity.tip());
    }
    Terms.explain(title, quantity.subject());
    view.setAccessibleText(quantity.title());
    view.setAccessibleHelp(quantity.tip());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    menu.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, title, space, menu);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("chart-head");
    legend.getStyleClass().add("chart-legend");
    note.getStyleClass().add("overlaid-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.managedProperty().bind(note.visibleProperty());
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    VBox.setVgrow(view, Priority.ALWAYS);
    getChildren().addAll(head, legend, view, note, colours);
    settings.smoothingProperty().addListener(o -> view.repaint());
    settings.logProperty().addListener(o -> refresh(this.scale));
    settings.zoomProperty().addListener(o -> view.repaint());
    settings.hoverProperty().addListener(o -> readOut());
    title.fontProperty().addListener(o -> view.repaint());
  }

  /** The row above all charts has the names, too: they are told where one line has room for all. */
  private void nameWhereThereIsRoom() {
    double all = 0;
    for (Entry each : entries.values()) {
      LegendEntry entry = each.legend();
      all += GAP + 2 * entry.getSpacing();
      for (Node part : entry.getChildren()) {
        all += part.prefWidth(-1);
      }
    }
    boolean room = all <= getWidth() - SIDES;
    entries.values().forEach(each -> each.legend().name().setVisible(room));
  }

  /** What can be done with the chart, at the end of its head. */
  void offer(Node what) {
    menu.getChildren().setAll(what);
  }

  Quantity quantity() {
    return quantity;
  }

  /** Its curves. */
  List<OverlaidLine> lines() {
    return lines;
  }

  /** Draws what is new. */
  void refresh(OverlaidScale now) {
    scale = now;
    lines = OverlaidLine.of(model, quantity, scale);
    follow();
    note.setText(notes());
    readOut();
    view.repaint();
  }

  /** A legend entry for each curve, made anew only where the runs are others. */
  private void follow() {
    List<String> ids = lines.stream().map(line -> line.run().id()).toList();
    boolean same = ids.equals(List.copyOf(entries.keySet()));
    for (OverlaidLine line : lines) {
      Entry entry = entries.get(line.run().id());
      same &=
          entry != null
              && entry.name.equals(model.name(line.run()))
              && entry.colour == model.state().colour(line.run().id());
    }
    if (same) {
      return;
    }
    entries.clear();
    legend.getChildren().clear();
    for (OverlaidLine line : lines) {
      Entry made = entry(line.run());
      entries.put(line.run().id(), made);
      legend.getChildren().add(made.legend());
    }
  }

  private Entry entry(ComparedRun run) {
    String name = model.name(run);
    int colour = model.state().colour(run.id());
    LegendEntry entry = new LegendEntry("run-" + colour, name);
    entry.onColour(view::repaint);
    entry.name().setMaxWidth(180);
    entry.name().setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    entry.name().managedProperty().bind(entry.name().visibleProperty());
    entry.name().fontProperty().addListener(o -> placing.request());
    Label value = new Label();
    value.getStyleClass().add("legend-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    value.widthProperty().addListener(o -> placing.request());
    entry.getChildren().add(value);
    entry.setCursor(Cursor.HAND);
    Clicks.on(entry, event -> model.ask(now -> now.hiding(run.id(), true)));
    Tooltip.install(entry, Buttons.tooltip(Messages.text("compare.legend.tip", name)));
    return new Entry(entry, value, name, colour);
  }

  private boolean log() {
    return quantity.scale().log() || quantity.scale().canBeLog() && settings.logProperty().get();
  }

  private String notes() {
    List<ComparedRun> out = OverlaidLine.leftOut(model, quantity, scale);
    long lost = lines.stream().mapToLong(OverlaidLine::lost).sum();
    boolean low = log() && lines.stream().anyMatch(line -> line.least() <= 0);
    return Stream.of(
            ways(),
            out.isEmpty()
                ? ""
                : Messages.text(
                    "compare.chart.places",
                    out.stream().map(model::name).collect(Collectors.joining(", "))),
            lost > 0 ? Messages.text("chart.lost", Texts.count(lost)) : "",
            low ? Messages.text("chart.low") : "")
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** A sentence where scores were made in more than one way, so that their levels say little. */
  private String ways() {
    if (!quantity.key().startsWith(Quantity.SCORE)) {
      return "";
    }
    String name = quantity.key().substring(Quantity.SCORE.length());
    String foreign =
        lines.stream()
            .map(OverlaidLine::run)
            .filter(run -> !(run instanceof OurRun))
            .map(model::name)
            .collect(Collectors.joining(", "));
    long ways =
        lines.stream()
            .map(OverlaidLine::run)
            .filter(OurRun.class::isInstance)
            .map(OurRun.class::cast)
            .flatMap(
                run ->
                    run.open().history().scores().stream()
                        .filter(score -> score.values().containsKey(name))
                        .map(
                            score ->
                                Protocol.of(score.how(), score.settings()).conditions()
                                    + run.started().data().source()
                                    + run.started().data().size()))
            .distinct()
            .count();
    if (ways > 1) {
      return Messages.text("compare.chart.ways");
    }
    return foreign.isEmpty() || lines.size() < 2
        ? ""
        : Messages.text("compare.chart.unknown", foreign);
  }

  private @Nullable ChartRequest request() {
    double larger = title.getFont().getSize() / TITLE_SIZE;
    double pixels = getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    return request(
        Math.max(1, (int) (view.getWidth() / larger)),
        Math.max(1, (int) (view.getHeight() / larger)),
        pixels * larger);
  }

  /** What is to be painted in a size; nothing before there is anything. */
  @Nullable ChartRequest request(int width, int height, double pixels) {
    if (!colours.styled()) {
      return null;
    }
    ChartSettings.Zoom zoom = settings.zoomProperty().get();
    double from = zoom == null ? 0 : zoom.from();
    double to = zoom == null ? scale.end() : zoom.to();
    List<ChartRequest.Curve> curves = new ArrayList<>();
    for (OverlaidLine line : lines) {
      Entry entry = entries.get(line.run().id());
      if (entry == null || line.run().series(line.key()).isEmpty()) {
        continue;
      }
      if (!entry.legend().styled()) {
        return null; // is asked for again when it has its colour
      }
      curves.add(
          new ChartRequest.Curve(
              entry.name(),
              line.points(scale, from, to, width),
              entry.legend().colour(),
              line.best(scale, quantity.better())));
    }
    return new ChartRequest(
        width,
        height,
        pixels,
        curves,
        List.of(),
        scale.x(),
        from,
        to,
        log(),
        quantity.smooth() ? settings.smoothingProperty().get() : 0,
        quantity.scale().floor(),
        quantity.scale().ceiling(),
        List.of(),
        colours.colours());
  }

  private static void tell(Entry entry, String value) {
    entry.value().setText(value);
    entry.value().setAccessibleText(Messages.text("compare.legend.said", entry.name(), value));
  }

  /** The values under the crosshair, or the newest. */
  private void readOut() {
    double part = settings.hoverProperty().get();
    for (OverlaidLine line : lines) {
      Optional.ofNullable(entries.get(line.run().id()))
          .filter(entry -> line.run().series(line.key()).isPresent())
          .ifPresent(entry -> tell(entry, Texts.value(line.value(scale, part))));
    }
  }
}
