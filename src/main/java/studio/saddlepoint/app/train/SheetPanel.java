package studio.saddlepoint.app.train;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.fx.EmptyState;
import studio.saddlepoint.app.fx.LatestTask;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.glossary.Terms;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.app.pictures.SavePlaces;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.run.LearntData;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Preview;

/** The sample sheets of a run over time. */
final class SheetPanel extends VBox {
  private static final double SIDES = 32;

  private final StudioModel model;
  private final LatestTask<Loaded> loading;
  private final SheetView view = new SheetView();
  private final PictureView reconstructions = new PictureView();
  private final Label step = new Label();
  private final Label images = new Label();
  private final Label weights = new Label();
  private final Label problem = new Label();
  private final Slider scrubber = new Slider(0, 0, 0);
  private final ToggleButton follow = new ToggleButton(Messages.text("sheet.follow"));
  private final Button save = Buttons.icon(Feather.DOWNLOAD, "sheet.save", this::save);
  private final Button earlier = Buttons.icon(Feather.CHEVRON_LEFT, "sheet.earlier", () -> go(-1));
  private final Button later = Buttons.icon(Feather.CHEVRON_RIGHT, "sheet.later", () -> go(1));
  private final EmptyState empty =
      new EmptyState(Feather.GRID, Messages.text("sheet.empty"), Messages.text("sheet.empty.text"));
  private final Happenings happenings = new Happenings();
  private @Nullable OpenRun run;
  private String shownFile = "";
  private long shownStep;

  /** What the log tells of the sheet that is seen. */
  private Event.@Nullable Sheet shownSheet;

  private boolean moving;

  /**
   * What is shown of a step.
   *
   * @param sheet the samples
   * @param reconstructions real pictures and what was made of them; empty without an encoder
   */
  private record Loaded(ClassSheet sheet, Optional<Picture> reconstructions) {}

  SheetPanel(StudioModel model) {
    this.model = model;
    this.loading = new LatestTask<>(model.background(), model.ui());
    view.onLook(this::look);
    getStyleClass().addAll("card", "sheet-panel");
    Label title = new Label(Messages.text("sheet.title"));
    title.getStyleClass().add("card-title");
    Buttons.explain(title, Messages.text("sheet.tip"));
    Terms.link(title, "sheet");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, save);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    save.setId("sheet-save");
    problem.getStyleClass().add("problem-text");
    problem.setWrapText(true);
    problem.setMouseTransparent(true); // the sheet below is clicked on
    StackPane frame = new StackPane(view, empty, problem);
    frame.getStyleClass().add("sheet-frame");
    // As high as wide: sheets are square, and what belongs to them stands right below.
    frame.prefHeightProperty().bind(widthProperty().subtract(SIDES));
    frame.setMinHeight(120);
    ScrollPane below = new ScrollPane(happenings);
    below.setFitToWidth(true);
    below.getStyleClass().add("form-scroll");
    below.setMinHeight(0);
    below.setPrefHeight(0);
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(head, frame, classes(), reconstructed(), captions(), scrubbing(), below);
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
    images.setMinWidth(0); // gives way where the panel is narrow
    images.setTooltip(Buttons.tooltip(""));
    follow.setAccessibleText(Messages.text("sheet.follow.tip"));
    Buttons.explain(follow, Messages.text("sheet.follow.tip"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, step, images, weights, space, follow);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sheet-captions");
    return row;
  }

  /** Leafs through pages of classes, where there are more than one. */
  private HBox classes() {
    Button before = Buttons.icon(Feather.CHEVRON_UP, "sheet.classes.before", () -> view.turn(-1));
    Button after = Buttons.icon(Feather.CHEVRON_DOWN, "sheet.classes.after", () -> view.turn(1));
    before.setId("sheet-classes-before");
    after.setId("sheet-classes-after");
    Label place = new Label();
    place.getStyleClass().add("muted");
    Runnable tell =
        () -> {
          int page = view.pageProperty().get();
          int pages = view.pagesProperty().get();
          place.setText(Messages.text("sheet.classes", page + 1, pages));
          before.setDisable(page == 0);
          after.setDisable(page >= pages - 1);
        };
    view.pageProperty().addListener(o -> tell.run());
    view.pagesProperty().addListener(o -> tell.run());
    tell.run();
    HBox row = new HBox(4, before, place, after);
    row.setAlignment(Pos.CENTER);
    row.visibleProperty().bind(view.pagesProperty().greaterThan(1));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  /** Reads a sheet. */
  private static Loaded load(OpenRun run, Event.Sheet sheet) {
    return load(run, sheet, run.folder().loadSheetPictures(sheet.file()));
  }

  private static Loaded load(OpenRun run, Event.Sheet sheet, SheetPictures pictures) {
    return new Loaded(
        named(run, sheet, pictures.samples()), pictures.companion(SheetCompanion.RECONSTRUCTIONS));
  }

  /** A sheet with, of a run that knows classes, their names. */
  private static ClassSheet named(OpenRun run, Event.Sheet sheet, Picture picture) {
    boolean classes = run.folder().recipe().method().conditional();
    return ClassSheet.of(
        sheet,
        picture,
        classes
            ? LearntData.of(run.folder()).map(each -> each.data().classNames()).orElse(List.of())
            : List.of());
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
    view.show(null);
    showReconstructions(Optional.empty());
    follow.setSelected(true);
    refresh();
  }

  /** Takes in sheets that are new. */
  void refresh() {
    OpenRun now = run;
    happenings.refresh(now == null ? null : now.history());
    List<Event.Sheet> sheets = sheets();
    boolean any = !sheets.isEmpty();
    empty.setVisible(!any);
    for (Region each : new Region[] {save, earlier, later, scrubber, follow}) {
      each.setDisable(!any);
    }
    weights.setVisible(any);
    moving = true;
    scrubber.setMax(Math.max(0, sheets.size() - 1));
    if (follow.isSelected()) {
      scrubber.setValue(scrubber.getMax());
    }
    moving = false;
    load();
  }

  private List<Event.Sheet> sheets() {
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
    List<Event.Sheet> sheets = sheets();
    int index = (int) Math.round(scrubber.getValue());
    if (now == null || index >= sheets.size()) {
      step.setText("");
      images.setText("");
      problem.setText("");
      return;
    }
    Preview preview = follow.isSelected() ? now.previewProperty().get() : null;
    Event.Sheet sheet = preview == null ? sheets.get(index) : preview.sheet();
    step.setText(Messages.text("sheet.step", Texts.count(sheet.step())));
    long seen = now.counts(sheet.step()).imagesSeen();
    images.setText(Messages.text("sheet.images", English.brief(seen)));
    images.getTooltip().setText(Messages.text("sheet.images.tip", Texts.count(seen)));
    scrubber
        .getTooltip()
        .setText(
            Messages.text("sheet.scrubber.at", Texts.count(index + 1), Texts.count(sheets.size())));
    weights.setText(Messages.text(sheet.averaged() ? "sheet.averaged" : "sheet.raw"));
    if (sheet.file().equals(shownFile) && sheet.step() == shownStep) {
      return;
    }
    shownFile = sheet.file();
    shownStep = sheet.step();
    loading.request(
        () -> preview == null ? load(now, sheet) : load(now, sheet, preview.pictures()),
        loaded -> {
          problem.setText("");
          shownSheet = sheet;
          view.show(loaded.sheet());
          showReconstructions(loaded.reconstructions());
        },
        e -> {
          view.show(null);
          showReconstructions(Optional.empty());
          problem.setText(Problems.describe(e));
        });
  }

  private void save() {
    ClassSheet sheet = view.sheet();
    OpenRun now = run;
    if (sheet == null || now == null) {
      return;
    }
    Picture shown = sheet.picture();
    String name = now.folder().id() + "-step-" + shownStep + ".png";
    new SavePlaces(model, () -> getScene().getWindow())
        .ask(Messages.text("sheet.save"), name)
        .ifPresent(file -> write(shown, file));
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
  private void look(SheetView.Spot spot) {
    Event.Sheet told = shownSheet;
    ClassSheet sheet = view.sheet();
    OpenRun now = run;
    if (told != null && sheet != null && now != null) {
      SheetLooks looks = new SheetLooks(model, now, told, sheet);
      view.fireEvent(new LookEvent(looks.all(), looks.at(spot)));
    }
  }
}
