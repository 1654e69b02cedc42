package studio.saddlepoint.app.compare;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.compare.chart.OverlaidCharts;
import studio.saddlepoint.app.compare.model.CompareModel;
import studio.saddlepoint.app.compare.pair.PairBeginning;
import studio.saddlepoint.app.compare.sheet.SheetsInStep;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.Painter;
import studio.saddlepoint.app.fx.Segments;
import studio.saddlepoint.app.pictures.SavePlaces;
import studio.saddlepoint.run.list.RunSets;
import studio.saddlepoint.run.list.RunSummary;

/** The list of runs on the left; what they are compared by at the top, and below it that. */
final class CompareView extends BorderPane {
  private static final String FOLDER = "compare.foreign.folder";

  /** Of buttons below each other. */
  private static final double OFFER = 280;

  private final StudioModel studio;
  private final CompareModel model;
  private final RunChoice choice;
  private final ChosenBar chosen;
  private final OverlaidCharts charts;
  private final SheetsInStep sheets;
  private final ScoresTable scores;
  private final DifferencesTable differences;
  private final PairBeginning pair;
  private final StackPane body = new StackPane();
  private final Segments<By> by =
      new Segments<>(
          Messages.text("compare.by"),
          List.of(By.values()),
          each -> "compare.by." + each.name().toLowerCase(Locale.ROOT));
  private boolean visible;

  /** What runs are compared by. */
  enum By {
    CHARTS,
    SHEETS,
    SCORES,
    RECIPES
  }

  CompareView(StudioModel studio, CompareModel model, Painter painter) {
    this.studio = studio;
    this.model = model;
    choice = new RunChoice(studio, model);
    chosen = new ChosenBar(model);
    charts =
        new OverlaidCharts(
            studio, model, painter, new SavePlaces(studio, () -> getScene().getWindow()));
    sheets = new SheetsInStep(studio, model);
    scores = new ScoresTable(model);
    differences = new DifferencesTable(model);
    pair = new PairBeginning(studio, model);
    getStyleClass().add("compare-view");
    setLeft(choice);
    VBox middle = new VBox(8, bar(), chosen, body);
    middle.getStyleClass().add("compare-middle");
    VBox.setVgrow(body, Priority.ALWAYS);
    setCenter(middle);
    by.valueProperty().addListener((p, old, now) -> refresh());
    model.stateProperty().addListener((p, old, now) -> refresh());
    model.newsProperty().addListener(o -> refresh());
    model.listedProperty().addListener(o -> refresh());
  }

  private Node bar() {
    MenuButton add = new MenuButton(Messages.text("compare.foreign"), new FontIcon(Feather.PLUS));
    add.setId("compare-add");
    add.setMinWidth(Region.USE_PREF_SIZE);
    Buttons.explain(add, Messages.text("compare.foreign.tip"));
    add.getItems().add(item("compare.foreign.file", this::addFile));
    add.getItems().add(item("compare.foreign.folder", this::addFolder));
    Button begin = pairButton("compare-pair");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(8, by, space, add, begin);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("compare-bar");
    bar.setMinHeight(Region.USE_PREF_SIZE);
    return bar;
  }

  private Button pairButton(String id) {
    Button begin =
        Buttons.labelled(Feather.COPY, "compare.pair.open", () -> pair.ask(getScene().getWindow()));
    begin.setId(id);
    begin.setMinWidth(Region.USE_PREF_SIZE);
    return begin;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void addFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("compare.foreign.file.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Messages.text("compare.foreign.kind"), "*tfevents*"),
            new FileChooser.ExtensionFilter(Messages.text("compare.foreign.any"), "*"));
    lastFolder().ifPresent(chooser::setInitialDirectory);
    add(chooser.showOpenDialog(getScene().getWindow()));
  }

  private void addFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("compare.foreign.folder.title"));
    lastFolder().ifPresent(chooser::setInitialDirectory);
    add(chooser.showDialog(getScene().getWindow()));
  }

  private Optional<File> lastFolder() {
    return Optional.of(new File(studio.settings().get(FOLDER, System.getProperty("user.home"))))
        .filter(File::isDirectory);
  }

  private void add(@Nullable File chosenFile) {
    if (chosenFile != null) {
      studio.settings().keepFolder(FOLDER, chosenFile);
    }
    Optional.ofNullable(chosenFile)
        .flatMap(file -> ChosenFile.path(file, studio::tell))
        .ifPresent(model::addForeign);
  }

  /** The page is shown, or not any more. */
  void shown(boolean whether) {
    visible = whether;
    if (whether) {
      studio.refreshRuns();
      model.refresh();
      refresh();
    }
  }

  /** Puts the keyboard where runs are searched. */
  void find() {
    choice.find();
  }

  /** Compares by something. */
  void by(By what) {
    by.valueProperty().set(what);
  }

  private void refresh() {
    if (!visible) {
      return;
    }
    chosen.refresh();
    if (model.state().chosen().size() < 2) {
      body.getChildren().setAll(few());
      return;
    }
    Region part =
        switch (by.valueProperty().get()) {
          case CHARTS -> charts;
          case SHEETS -> sheets;
          case SCORES -> scores;
          case RECIPES -> differences;
        };
    if (!body.getChildren().equals(List.of(part))) {
      body.getChildren().setAll(part);
    }
    switch (by.valueProperty().get()) {
      case CHARTS -> charts.refresh();
      case SHEETS -> sheets.refresh();
      case SCORES -> scores.refresh();
      case RECIPES -> differences.refresh();
    }
  }

  /** Fewer than two: what there is to do about it. */
  private Node few() {
    Map<RunSets.Kind, List<RunSummary>> sets = model.sets();
    VBox offers = new VBox(8);
    offers.setAlignment(Pos.CENTER);
    sets.forEach(
        (kind, runs) -> {
          Button offer = new Button(RunChoice.words(kind, runs));
          offer.setId(RunChoice.id(kind) + "-offer");
          offer.setMnemonicParsing(false);
          offer.setMinWidth(OFFER);
          offer.setOnAction(
              event -> model.chooseOnly(runs.stream().map(RunSummary::folder).toList()));
          Buttons.explain(
              offer, Messages.text("compare.set." + kind.name().toLowerCase(Locale.ROOT) + ".tip"));
          offers.getChildren().add(offer);
        });
    Button begin = pairButton("compare-pair-offer");
    begin.setMinWidth(OFFER);
    offers.getChildren().add(begin);
    boolean one = model.state().chosen().size() == 1;
    boolean any = studio.runs().stream().filter(run -> run.problem().isEmpty()).count() >= 2;
    String key = one ? "compare.one" : any ? "compare.empty" : "compare.none";
    return new EmptyState(
        Feather.COLUMNS, Messages.text(key), Messages.text(key + ".text"), offers);
  }
}
