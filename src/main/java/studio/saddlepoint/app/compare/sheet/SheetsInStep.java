package studio.saddlepoint.app.compare.sheet;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.chart.XAxis;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.model.CompareState.Sheets;
import studio.saddlepoint.app.compare.model.OurRun;
import studio.saddlepoint.app.compare.model.SheetSteps;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.run.event.Event;

/** The sheets of all runs under one scrubber, side by side or two on each other. */
public final class SheetsInStep extends VBox {
  private final CompareModel model;
  private final SheetLoader loader;
  private final SheetTiles tiles = new SheetTiles(SheetTile.HEAD);
  private final Map<String, SheetTile> byRun = new LinkedHashMap<>();
  private final WipeView wipe;
  private final VBox wiping = new VBox(4);
  private final Label leftWords = new Label();
  private final Label rightWords = new Label();
  private final Slider scrubber = new Slider(0, 0, 0);
  private final Label at = new Label();
  private final Label seeds = new Label();
  private final ToggleButton twoOnEachOther =
      new ToggleButton(Messages.text("compare.wipe"), new FontIcon(Feather.COLUMNS));
  private final ComboBox<OurRun> left = new ComboBox<>();
  private final ComboBox<OurRun> right = new ComboBox<>();
  private final Button earlier = Buttons.icon(Feather.CHEVRON_LEFT, "sheet.earlier", () -> go(-1));
  private final Button later = Buttons.icon(Feather.CHEVRON_RIGHT, "sheet.later", () -> go(1));
  private final EmptyState none =
      new EmptyState(
          Feather.GRID,
          Messages.text("compare.sheets.none"),
          Messages.text("compare.sheets.none.text"));
  private final Segments<Axis> axis =
      new Segments<>(
          Messages.text("compare.sheets.by"),
          List.of(Axis.values()),
          each -> "compare.sheets." + each.name().toLowerCase(Locale.ROOT));
  private Map<String, SheetLoader.Loaded> loaded = Map.of();
  private SheetSteps steps = new SheetSteps(List.of());
  private boolean following;

  /** What runs are in step by. */
  private enum Axis {
    STEPS,
    IMAGES
  }

  /** A panel. */
  public SheetsInStep(StudioModel studio, CompareModel model) {
    super(8);
    this.model = model;
    loader = new SheetLoader(studio);
    wipe = new WipeView(share -> ask(model.state().sheets().line(share)));
    getStyleClass().add("compare-sheets");
    leftWords.getStyleClass().add("sheet-tile-step");
    rightWords.getStyleClass().add("sheet-tile-step");
    leftWords.setMinWidth(0);
    rightWords.setMinWidth(0);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    wiping.getChildren().addAll(wipe, new HBox(8, leftWords, between, rightWords));
    VBox.setVgrow(wipe, Priority.ALWAYS);
    StackPane body = new StackPane(tiles, wiping, none);
    VBox.setVgrow(body, Priority.ALWAYS);
    seeds.getStyleClass().add("overlaid-note");
    seeds.setWrapText(true);
    seeds.setMinHeight(Region.USE_PREF_SIZE);
    seeds.managedProperty().bind(seeds.textProperty().isNotEmpty());
    getChildren().addAll(tools(), body, seeds, scrubbing());
    axis.valueProperty()
        .addListener((p, old, now) -> ask(model.state().sheets().byImages(now == Axis.IMAGES)));
    twoOnEachOther
        .selectedProperty()
        .addListener((p, old, now) -> ask(model.state().sheets().wiping(now)));
    scrubber.valueProperty().addListener((p, old, now) -> scrubbed());
    left.valueProperty().addListener((p, old, now) -> paired());
    right.valueProperty().addListener((p, old, now) -> paired());
  }

  private HBox tools() {
    twoOnEachOther.setId("compare-wipe");
    twoOnEachOther.getStyleClass().addAll(Styles.SMALL, "outlined-toggle");
    twoOnEachOther.setMinWidth(Region.USE_PREF_SIZE);
    Buttons.explain(twoOnEachOther, Messages.text("compare.wipe.tip"));
    for (ComboBox<OurRun> each : List.of(left, right)) {
      each.setConverter(new Names());
      each.setMinWidth(80);
      each.setPrefWidth(180);
      each.managedProperty().bind(each.visibleProperty());
      each.visibleProperty().bind(twoOnEachOther.selectedProperty());
    }
    left.setId("compare-wipe-left");
    right.setId("compare-wipe-right");
    left.setAccessibleText(Messages.text("compare.wipe.left"));
    right.setAccessibleText(Messages.text("compare.wipe.right"));
    Buttons.explain(left, Messages.text("compare.wipe.left"));
    Buttons.explain(right, Messages.text("compare.wipe.right"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox tools = new HBox(8, axis, space, left, right, twoOnEachOther);
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  private HBox scrubbing() {
    scrubber.setId("compare-scrubber");
    scrubber.setBlockIncrement(1);
    scrubber.setMajorTickUnit(1);
    scrubber.setMinorTickCount(0);
    scrubber.setSnapToTicks(true);
    scrubber.setAccessibleText(Messages.text("compare.scrubber"));
    Buttons.explain(scrubber, Messages.text("compare.scrubber"));
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    at.getStyleClass().add("sheet-step");
    at.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(4, at, earlier, scrubber, later);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sheet-scrubbing");
    return row;
  }

  private void ask(Sheets sheets) {
    if (!following) {
      model.ask(now -> now.showing(sheets));
    }
  }

  private void go(int by) {
    scrubber.setValue(Math.round(scrubber.getValue()) + by);
  }

  private void scrubbed() {
    int index = (int) Math.round(scrubber.getValue());
    ask(model.state().sheets().at(steps.place(index)));
  }

  private void paired() {
    OurRun one = left.getValue();
    OurRun other = right.getValue();
    if (one != null && other != null) {
      ask(model.state().sheets().between(one.id(), other.id()));
    }
  }

  private XAxis xAxis() {
    return model.state().sheets().byImages() ? XAxis.IMAGES : XAxis.STEP;
  }

  /** Shows what is new. */
  public void refresh() {
    Sheets sheets = model.state().sheets();
    List<OurRun> runs = model.ours();
    steps = SheetSteps.of(runs, xAxis());
    following = true;
    axis.valueProperty().set(sheets.byImages() ? Axis.IMAGES : Axis.STEPS);
    twoOnEachOther.setDisable(runs.size() < 2);
    twoOnEachOther.setSelected(sheets.wipe() && runs.size() >= 2);
    scrubber.setMax(Math.max(0, steps.stops().size() - 1));
    scrubber.setValue(steps.index(sheets.at()));
    boolean any = !steps.stops().isEmpty();
    for (Region each : new Region[] {scrubber, earlier, later}) {
      each.setDisable(steps.stops().size() < 2);
    }
    choose(runs, sheets);
    following = false;
    at.setText(any ? said(steps.stops().get(steps.index(sheets.at()))) : "");
    none.setVisible(!any && runs.stream().noneMatch(OurRun::loading));
    tiles.setVisible(any && !twoOnEachOther.isSelected());
    wiping.setVisible(any && twoOnEachOther.isSelected());
    seeds.setText(any ? noise(runs) : "");
    tile(runs);
    load(runs);
  }

  private String said(double place) {
    return Messages.text(
        model.state().sheets().byImages() ? "sheet.images" : "sheet.step",
        Texts.count(Math.round(place)));
  }

  /** Where the noise is not the same, a sample of one run is not that of another. */
  private static String noise(List<OurRun> runs) {
    long seeds = runs.stream().map(run -> run.started().seed()).distinct().count();
    long sizes =
        runs.stream()
            .map(
                run ->
                    List.of(
                        run.started().generator().latentSize(), run.started().generator().prior()))
            .distinct()
            .count();
    if (runs.size() < 2 || seeds == 1 && sizes == 1) {
      return "";
    }
    return Messages.text(seeds > 1 ? "compare.sheets.seeds" : "compare.sheets.sizes");
  }

  private void choose(List<OurRun> runs, Sheets sheets) {
    if (!left.getItems().equals(runs)) {
      left.getItems().setAll(runs);
      right.getItems().setAll(runs);
    }
    if (runs.size() >= 2) {
      left.setValue(find(runs, sheets.left()).orElse(runs.get(0)));
      right.setValue(
          find(runs, sheets.right())
              .orElse(left.getValue() == runs.get(1) ? runs.get(0) : runs.get(1)));
    }
  }

  private static Optional<OurRun> find(List<OurRun> runs, String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  /** A tile for each run; those that stay keep their picture. */
  private void tile(List<OurRun> runs) {
    Map<String, SheetTile> now = new LinkedHashMap<>();
    for (OurRun run : runs) {
      String look = run.id() + "\n" + model.name(run) + "\n" + model.state().colour(run.id());
      SheetTile kept = byRun.get(look);
      now.put(
          look,
          kept == null ? new SheetTile(model.name(run), model.state().colour(run.id())) : kept);
    }
    if (!List.copyOf(now.keySet()).equals(List.copyOf(byRun.keySet()))) {
      byRun.clear();
      byRun.putAll(now);
      tiles.getChildren().setAll(now.values());
    }
  }

  private void load(List<OurRun> runs) {
    Map<String, SheetLoader.Wanted> wanted = new LinkedHashMap<>();
    for (OurRun run : runs) {
      sheet(run)
          .ifPresent(
              sheet ->
                  wanted.put(run.id(), new SheetLoader.Wanted(run.open().folder(), sheet.file())));
    }
    loader.ask(
        wanted,
        found -> {
          loaded = found;
          show();
        });
    show();
  }

  private Optional<Event.Sheet> sheet(OurRun run) {
    return steps.nearest(run, xAxis(), model.state().sheets().at());
  }

  private void show() {
    List<OurRun> runs = model.ours();
    List<SheetTile> shown = new ArrayList<>(byRun.values());
    for (int i = 0; i < Math.min(runs.size(), shown.size()); i++) {
      OurRun run = runs.get(i);
      Optional<SheetLoader.Loaded> found = Optional.ofNullable(loaded.get(run.id()));
      shown
          .get(i)
          .show(
              found.flatMap(SheetLoader.Loaded::picture).orElse(null),
              step(run),
              missing(run, found));
    }
    OurRun one = left.getValue();
    OurRun other = right.getValue();
    if (one != null && other != null && wiping.isVisible()) {
      wipe.show(
          picture(one),
          picture(other),
          Messages.text("compare.wipe.names", model.name(one), model.name(other)),
          model.state().sheets().line());
      leftWords.setText(Messages.text("compare.wipe.word", model.name(one), step(one)));
      rightWords.setText(Messages.text("compare.wipe.word", model.name(other), step(other)));
    }
  }

  private @Nullable Picture picture(OurRun run) {
    return Optional.ofNullable(loaded.get(run.id()))
        .flatMap(SheetLoader.Loaded::picture)
        .orElse(null);
  }

  private String missing(OurRun run, Optional<SheetLoader.Loaded> found) {
    if (found.isPresent()) {
      return found.get().problem();
    }
    if (run.loading() || sheet(run).isPresent()) {
      return "";
    }
    return Messages.text("compare.sheets.of.none");
  }

  /** The step that a run's sheet really shows, with the images where they are what is in step. */
  private String step(OurRun run) {
    Optional<Event.Sheet> sheet = sheet(run);
    if (sheet.isEmpty()) {
      return "";
    }
    String step = Messages.text("sheet.step", Texts.count(sheet.get().step()));
    String weights = Messages.text(sheet.get().averaged() ? "sheet.averaged" : "sheet.raw");
    return xAxis() == XAxis.STEP
        ? Messages.text("compare.sheets.said", step, weights)
        : Messages.text(
            "compare.sheets.said.images",
            step,
            Texts.count(run.open().counts(sheet.get().step()).imagesSeen()),
            weights);
  }

  private final class Names extends StringConverter<OurRun> {
    @Override
    public String toString(@Nullable OurRun run) {
      return run == null ? "" : model.name(run);
    }

    @Override
    public OurRun fromString(String text) {
      throw new UnsupportedOperationException("is chosen, not typed");
    }
  }
}
