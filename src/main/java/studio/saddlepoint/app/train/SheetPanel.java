package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.app.film.FilmSaving;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.app.pictures.AskingPlace;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;
import studio.saddlepoint.train.method.Growth;

/** The sample sheets of a run over time. */
final class SheetPanel extends VBox {
  private static final double SIDES = 32;
  private static final double CAPTION_GAP = 8;

  private final StudioModel model;
  private final AskingPlace places;
  private final LatestTask<Loaded> loading;
  private final WeightSheets sheets = new WeightSheets();
  private final StackPane frame = new StackPane();
  private final PictureView reconstructions = new PictureView();
  private final Label step = new Label();
  private final Label images = new Label();
  private final Label weights = new Label();
  private final Label problem = new Label();
  private final Slider scrubber = new Slider(0, 0, 0);
  private final ToggleButton follow = new ToggleButton(Messages.text("sheet.follow"));
  private final Button save = Buttons.icon(Feather.DOWNLOAD, "sheet.save", this::save);
  private final Button branch = Buttons.icon(Feather.GIT_BRANCH, "sheet.branch", this::branch);
  private final Button film = Buttons.icon(Feather.FILM, "sheet.film", this::film);
  private final Button earlier = Buttons.icon(Feather.CHEVRON_LEFT, "sheet.earlier", () -> go(-1));
  private final Button later = Buttons.icon(Feather.CHEVRON_RIGHT, "sheet.later", () -> go(1));
  private final EmptyState empty =
      new EmptyState(Feather.GRID, Messages.text("sheet.empty"), Messages.text("sheet.empty.text"));
  private final Happenings happenings = new Happenings();
  private @Nullable OpenRun run;
  private String shownFile = "";
  private long shownStep;

  private boolean moving;

  /**
   * What is shown of a step.
   *
   * @param sheet the samples
   * @param raw those of the raw weights, where the others are of averaged ones
   * @param reconstructions real pictures and what was made of them; empty without an encoder
   */
  private record Loaded(
      ToldSheet sheet, Optional<ToldSheet> raw, Optional<Picture> reconstructions) {}

  /**
   * A panel.
   *
   * @param model whose open run's sheets it shows
   * @param places asks where to save a sheet
   */
  SheetPanel(StudioModel model, AskingPlace places) {
    this.model = model;
    this.places = places;
    this.loading = new LatestTask<>(model.background(), model.ui());
    sheets.onLook(this::look);
    weights.setVisible(false);
    sheets.seenProperty().addListener((p, old, now) -> seen(now));
    getStyleClass().addAll("card", "sheet-panel");
    Label title = new Label(Messages.text("sheet.title"));
    title.getStyleClass().add("card-title");
    Buttons.explain(title, Messages.text("sheet.tip"));
    Terms.link(title, "sheet");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, branch, film, save);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    branch.setId("sheet-branch");
    save.setId("sheet-save");
    film.setId("sheet-film");
    problem.getStyleClass().add("problem-text");
    problem.setWrapText(true);
    problem.setMouseTransparent(true); // the sheet below is clicked on
    frame.getChildren().addAll(sheets, empty, problem);
    frame.getStyleClass().add("sheet-frame");
    frame.setMinHeight(120);
    widthProperty().addListener(o -> fit());
    ScrollPane below = new ScrollPane(happenings);
    below.setFitToWidth(true);
    below.getStyleClass().add("form-scroll");
    below.setMinHeight(0);
    below.setPrefHeight(0);
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren()
        .addAll(
            head,
            sheets.chooser(),
            frame,
            sheets.leafing(),
            reconstructed(),
            captions(),
            scrubbing(),
            below);
    scrubber.valueProperty().addListener((p, old, now) -> scrubbed());
    follow.selectedProperty().addListener(o -> refresh());
    follow.setSelected(true);
    refresh();
  }

  /** Below the samples, where there is an encoder: real pictures and what was made of each. */
  private VBox reconstructed() {
    reconstructions.setId("sheet-reconstructions");
    reconstructions.setSmooth(true);
    reconstructions.setAccessibleText(Messages.text("sheet.reconstructions"));
    Label title = new Label(Messages.text("sheet.reconstructions"));
    title.getStyleClass().addAll(Styles.TEXT_SMALL, "muted");
    Buttons.explain(title, Messages.text("sheet.reconstructions.tip"));
    VBox box = new VBox(2, title, reconstructions);
    box.getStyleClass().add("sheet-reconstructions");
    box.managedProperty().bind(box.visibleProperty());
    box.setVisible(false);
    return box;
  }

  private void showReconstructions(Optional<Picture> shown) {
    reconstructions.getParent().setVisible(shown.isPresent());
    shown.ifPresent(
        picture -> {
          double width = Math.max(1, getWidth() - SIDES);
          reconstructions.setPrefHeight(width * picture.height() / picture.width());
          reconstructions.setMinHeight(USE_PREF_SIZE);
        });
    reconstructions.show(shown.orElse(null));
  }

  private HBox captions() {
    step.getStyleClass().add("sheet-step");
    weights.getStyleClass().add("chip");
    Buttons.explain(weights, Messages.text("sheet.weights.tip"));
    follow.setId("sheet-follow");
    follow.getStyleClass().addAll(Styles.SMALL, "outlined-toggle");
    follow.setMinWidth(Region.USE_PREF_SIZE);
    weights.setMinWidth(Region.USE_PREF_SIZE);
    step.setMinWidth(Region.USE_PREF_SIZE);
    images.getStyleClass().add("muted");
    images.managedProperty().bind(images.visibleProperty());
    images.setTooltip(Buttons.tooltip(""));
    step.setTooltip(images.getTooltip());
    Stream.of(step, images, weights, follow)
        .forEach(each -> each.fontProperty().addListener(o -> fitCaptions()));
    follow.setAccessibleText(Messages.text("sheet.follow.tip"));
    Buttons.explain(follow, Messages.text("sheet.follow.tip"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(CAPTION_GAP, step, images, weights, space, follow);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sheet-captions");
    return row;
  }

  /** The images seen are told where there is room for all of it; by the step's tooltip, too. */
  private void fitCaptions() {
    double all =
        Stream.of(step, images, weights, follow).mapToDouble(each -> each.prefWidth(-1)).sum();
    images.setVisible(all + 4 * CAPTION_GAP <= getWidth() - SIDES);
  }

  /** Sheets are about as high as wide, and what belongs to them stands right below. */
  private void fit() {
    frame.setPrefHeight(sheets.heightFor(Math.max(0, getWidth() - SIDES)));
    fitCaptions();
  }

  /** Other sheets are seen now, or none. */
  private void seen(List<ToldSheet> now) {
    weights.setVisible(!now.isEmpty());
    weights.setText(
        now.size() > 1
            ? Messages.text("sheet.both")
            : now.isEmpty() || now.get(0).told().averaged()
                ? Messages.text("sheet.averaged")
                : Messages.text("sheet.raw"));
    fit();
  }

  /** What is to be shown of a sheet; of a run that knows classes, with their names. */
  private static Loaded loaded(OpenRun run, Event.Sheet told, SheetPictures pictures) {
    MethodSettings method = run.folder().recipe().method();
    List<String> names =
        method.needsLabels()
            ? LearntData.of(run.folder()).map(each -> each.data().classNames()).orElse(List.of())
            : method.classes(List.of());
    return new Loaded(
        ToldSheet.of(told, pictures.samples(), names),
        ToldSheet.rawBeside(told, pictures, names),
        pictures.companion(SheetCompanion.RECONSTRUCTIONS));
  }

  private HBox scrubbing() {
    scrubber.setId("sheet-scrubber");
    scrubber.setBlockIncrement(1);
    scrubber.setMajorTickUnit(1);
    scrubber.setMinorTickCount(0);
    scrubber.setSnapToTicks(true);
    scrubber.setAccessibleText(Messages.text("sheet.scrubber"));
    Buttons.explain(scrubber, Messages.text("sheet.scrubber"));
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    HBox row = new HBox(4, earlier, scrubber, later);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sheet-scrubbing");
    return row;
  }

  /** Shows another run, or nothing. */
  void show(@Nullable OpenRun next) {
    run = next;
    shownFile = "";
    loading.cancel();
    sheets.clear();
    showReconstructions(Optional.empty());
    follow.setSelected(true);
    refresh();
  }

  /** Takes in sheets that are new. */
  void refresh() {
    OpenRun now = run;
    happenings.refresh(now == null ? null : now.history());
    int count = kept().size();
    boolean any = count > 0;
    empty.setVisible(!any);
    for (Region each : new Region[] {branch, save, earlier, later, scrubber, follow}) {
      each.setDisable(!any);
    }
    film.setDisable(count < 2);
    moving = true;
    scrubber.setMax(Math.max(0, count - 1));
    if (follow.isSelected()) {
      scrubber.setValue(scrubber.getMax());
    }
    moving = false;
    load();
  }

  private List<Event.Sheet> kept() {
    OpenRun now = run;
    return now == null ? List.of() : now.history().sheets();
  }

  private void scrubbed() {
    if (!moving) {
      follow.setSelected(Math.round(scrubber.getValue()) >= Math.round(scrubber.getMax()));
      load();
    }
  }

  private void go(int by) {
    scrubber.setValue(Math.round(scrubber.getValue()) + by);
  }

  private void load() {
    OpenRun now = run;
    List<Event.Sheet> kept = kept();
    int index = (int) Math.round(scrubber.getValue());
    if (now == null || index >= kept.size()) {
      step.setText("");
      images.setText("");
      problem.setText("");
      return;
    }
    Preview preview = follow.isSelected() ? now.previewProperty().get() : null;
    Event.Sheet sheet = preview == null ? kept.get(index) : preview.sheet();
    step.setText(Messages.text("sheet.step", Texts.count(sheet.step())));
    long seen = now.counts(sheet.step()).imagesSeen();
    images.setText(
        Growth.of(now.folder().recipe(), seen)
            .map(at -> Messages.text("sheet.size", at.size()))
            .orElse(Messages.text("sheet.images", English.brief(seen))));
    fitCaptions();
    images.getTooltip().setText(Messages.text("sheet.images.tip", Texts.count(seen)));
    scrubber
        .getTooltip()
        .setText(
            Messages.text("sheet.scrubber.at", Texts.count(index + 1), Texts.count(kept.size())));
    if (sheet.file().equals(shownFile) && sheet.step() == shownStep) {
      return;
    }
    shownFile = sheet.file();
    shownStep = sheet.step();
    loading.request(
        () ->
            loaded(
                now,
                sheet,
                preview == null
                    ? now.folder().loadSheetPictures(sheet.file())
                    : preview.pictures()),
        loaded -> {
          problem.setText("");
          sheets.show(loaded.sheet(), loaded.raw());
          showReconstructions(loaded.reconstructions());
        },
        e -> {
          sheets.clear();
          showReconstructions(Optional.empty());
          problem.setText(Problems.describe(e));
        });
  }

  private void save() {
    List<ToldSheet> seen = sheets.seenProperty().get();
    Picture picture = sheets.picture().orElse(null);
    OpenRun now = run;
    if (picture == null || now == null) {
      return;
    }
    boolean averaged = seen.get(0).told().averaged();
    String weights = seen.size() > 1 ? "-averaged-and-raw" : averaged ? "" : "-raw";
    String name = now.folder().id() + "-step-" + seen.get(0).told().step() + weights + ".png";
    places.ask(Messages.text("sheet.save"), name).ifPresent(file -> write(picture, file));
  }

  /** A run that goes on from the step that is shown, or the newest checkpoint before it. */
  private void branch() {
    OpenRun now = run;
    if (now != null) {
      model.branch(now, shownStep);
    }
  }

  private void film() {
    OpenRun now = run;
    if (now != null) {
      new FilmSaving(model, places).training(now.folder(), kept().size());
    }
  }

  private void write(Picture shown, Path file) {
    model
        .tasks()
        .run(
            Messages.text("sheet.saving"),
            progress -> {
              Pngs.write(file, shown);
              return file;
            })
        .onDone(done -> model.tell(Notice.success(Messages.text("sheet.saved", done))))
        .onFailed(e -> model.tell(Notice.problem(e)));
  }

  /** Looks closely at the sample at a place, or at the sheet where it cannot be parted. */
  private void look(ToldSheet sheet, SheetView.Spot spot) {
    OpenRun now = run;
    if (now != null) {
      SheetLooks looks = new SheetLooks(model, now, sheet);
      sheets.fireEvent(new LookEvent(looks.all(), looks.at(spot)));
    }
  }
}
