package studio.saddlepoint.app.explore;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.explore.GridPart.Gridded;
import studio.saddlepoint.app.explore.MixingPart.Mixed;
import studio.saddlepoint.app.explore.grid.GridView;
import studio.saddlepoint.app.explore.grid.PlaneView;
import studio.saddlepoint.app.explore.style.MixingGrid;
import studio.saddlepoint.app.fx.Clicks;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.app.pictures.LookEvent;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.PictureConversion;

/** The large canvas: the current picture or a sheet of samples, and errors over it. */
final class CanvasPane extends StackPane {
  private static final int GAP = 1;

  private final ExploreModel model;
  private final PictureView view = new PictureView();
  private final MixingGrid grid = new MixingGrid(this::lookAt);
  private final GridView cells = new GridView(this::lookAt);
  private final PlaneView plane = new PlaneView();
  private final Label problem = new Label();
  private final Label speed = new Label();
  private final ProgressIndicator loading = new ProgressIndicator();
  private @Nullable Drawn shown;
  private @Nullable Picture picture;
  private int columns = 1;

  /**
   * A canvas for a model.
   *
   * @param model what to show
   * @param clicked takes the sample a person clicked on
   */
  CanvasPane(ExploreModel model, ObjIntConsumer<LatentPoint> clicked) {
    this.model = model;
    getStyleClass().add("explore-canvas");
    view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    problem.getStyleClass().add("explore-problem");
    problem.setWrapText(true);
    problem.setMaxWidth(480);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    speed.getStyleClass().addAll("explore-speed", Styles.TEXT_SMALL);
    speed.visibleProperty().bind(speed.textProperty().isNotEmpty());
    loading.setMaxSize(32, 32);
    loading.visibleProperty().bind(model.loadingProperty().and(model.subjectProperty().isNull()));
    Label preparing = new Label(Messages.text("truncation.preparing"));
    preparing.getStyleClass().addAll("explore-speed", Styles.TEXT_SMALL);
    preparing.setId("truncation-preparing");
    preparing.visibleProperty().bind(model.preparingProperty());
    only(view, CanvasKind.PICTURE, CanvasKind.SAMPLES);
    only(grid, CanvasKind.MIXING);
    only(cells, CanvasKind.TRUNCATION, CanvasKind.CLASSES);
    only(plane, CanvasKind.PLANE);
    plane.stateProperty().addListener((p, old, now) -> model.move(model.state().withPlane(now)));
    model.stateProperty().addListener((p, old, now) -> plane.stateProperty().set(now.plane()));
    getChildren().addAll(view, grid, cells, plane, speed, preparing, loading, problem);
    setAlignment(preparing, Pos.BOTTOM_LEFT);
    setAlignment(speed, Pos.BOTTOM_RIGHT);
    setMinSize(0, 0);

    model.drawnProperty(Part.CURRENT).addListener((p, old, now) -> refresh());
    model.drawnProperty(Part.SAMPLES).addListener((p, old, now) -> refresh());
    model.mixedProperty().addListener((p, old, now) -> refresh());
    model.grids().drawnProperty().addListener((p, old, now) -> refresh());
    model.grids().chosenProperty().addListener((p, old, now) -> showChosen(now));
    model.canvasProperty().addListener((p, old, now) -> refresh());
    widthProperty().addListener((p, old, now) -> arrange());
    heightProperty().addListener((p, old, now) -> arrange());
    Clicks.on(
        this,
        event -> {
          int index = sampleAt(event.getX(), event.getY());
          Drawn sheet = shown;
          if (shows(CanvasKind.SAMPLES) && sheet != null && index >= 0) {
            clicked.accept(sheet.points().get(index), sheet.labels().get(index));
          } else if (shows(CanvasKind.PICTURE)) {
            look();
          }
        });
  }

  private void only(Node node, CanvasKind... kinds) {
    List<CanvasKind> those = List.of(kinds);
    node.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> those.contains(model.canvasProperty().get()), model.canvasProperty()));
  }

  private void showChosen(@Nullable Gridded one) {
    plane.showChosen(one == null ? null : one.pictures().pictures().get(0));
  }

  private boolean shows(CanvasKind kind) {
    return model.canvasProperty().get() == kind;
  }

  /** Looks closely at the current picture, or at all of the sheet or grid. */
  void look() {
    lookAt(0);
  }

  private void lookAt(int index) {
    Mixed mixed = model.mixedProperty().get();
    Drawn now = shown;
    if (shows(CanvasKind.MIXING)) {
      if (mixed != null) {
        fireEvent(new LookEvent(new MixedLooks(model).of(mixed.pictures()), index));
      }
    } else if (model.canvasProperty().get().gridded()) {
      Gridded gridded = gridded();
      if (gridded != null) {
        fireEvent(new LookEvent(new GridLooks(model).of(gridded), index));
      }
    } else if (now != null && !now.pictures().isEmpty()) {
      fireEvent(new LookEvent(new DrawnLooks(model).of(now), index));
    }
  }

  /** The picture as it is shown, one pixel for a pixel; nothing before the first. */
  @Nullable Picture picture() {
    return picture;
  }

  /** What is known of the picture, by keyword. */
  Map<String, String> notes() {
    Mixed mixed = model.mixedProperty().get();
    Drawn now = shown;
    if (shows(CanvasKind.MIXING)) {
      return mixed == null ? Map.of() : new MixedLooks(model).ofSheet(mixed.pictures());
    }
    Gridded gridded = gridded();
    if (gridded != null) {
      return new GridLooks(model).ofSheet();
    }
    return now == null || !shows(CanvasKind.PICTURE)
        ? Map.of()
        : new DrawnLooks(model).of(now).get(0).notes();
  }

  /** Whether scaled pixels are blended instead of kept sharp. */
  void setSmooth(boolean smooth) {
    view.setSmooth(smooth);
    grid.setSmooth(smooth);
    cells.setSmooth(smooth);
    plane.setSmooth(smooth);
  }

  /** Another shape of the canvas may ask for other columns. */
  private void arrange() {
    Drawn sheet = shown;
    if (shows(CanvasKind.SAMPLES) && sheet != null && columns != columns(sheet)) {
      shown = null;
      refresh();
    }
  }

  private double shape() {
    return getWidth() / Math.max(1, getHeight());
  }

  private void refresh() {
    if (shows(CanvasKind.MIXING)) {
      refreshGrid();
      return;
    }
    if (model.canvasProperty().get().gridded()) {
      refreshCells();
      return;
    }
    boolean sheet = shows(CanvasKind.SAMPLES);
    Drawn now = model.drawnProperty(sheet ? Part.SAMPLES : Part.CURRENT).get();
    if (now == shown) {
      return;
    }
    shown = now;
    if (now == null) {
      view.show(null);
      picture = null;
      speed.setText("");
      return;
    }
    picture = sheet ? sheet(now) : now.pictures().get(0);
    view.show(picture);
    view.setAccessibleText(
        sheet
            ? Messages.text("explore.canvas.samples", now.pictures().size())
            : Messages.text("explore.canvas.picture", now.points().get(0)));
    tell(now.took());
  }

  private void refreshGrid() {
    Mixed now = model.mixedProperty().get();
    shown = null; // another picture is shown when the grid is left
    grid.show(now == null ? null : now.pictures());
    picture = now == null ? null : now.pictures().sheet();
    if (now == null) {
      speed.setText("");
    } else {
      tell(now.took());
    }
  }

  /** The newest grid, where it is of the kind that the canvas shows. */
  private @Nullable Gridded gridded() {
    Gridded now = model.grids().drawnProperty().get();
    return now != null && shows(now.kind()) ? now : null;
  }

  private void refreshCells() {
    Gridded now = gridded();
    shown = null; // another picture is shown when the grid is left
    if (now == null) {
      cells.show(null);
      plane.show(null);
      picture = null;
      speed.setText("");
      return;
    }
    if (now.kind() == CanvasKind.PLANE) {
      plane.show(now.pictures());
    } else {
      cells.show(now.pictures());
    }
    picture = now.pictures().sheet(now.kind() == CanvasKind.PLANE ? 0 : GAP);
    tell(now.took());
  }

  private void tell(Duration took) {
    speed.setText(String.format(Locale.ENGLISH, "%.0f ms", Math.ceil(took.toNanos() / 1e6)));
  }

  private Picture sheet(Drawn drawn) {
    columns = columns(drawn);
    return PictureConversion.grid(drawn.pictures(), columns, GAP, 0);
  }

  private int columns(Drawn drawn) {
    return drawn.columns() > 0
        ? drawn.columns()
        : PictureConversion.columns(drawn.pictures().size(), shape());
  }

  /** The sample at a place of this pane, or -1. */
  private int sampleAt(double x, double y) {
    Drawn sheet = shown;
    if (sheet == null) {
      return -1;
    }
    Picture first = sheet.pictures().get(0);
    Point2D place = view.pictureAt(x - view.getLayoutX(), y - view.getLayoutY());
    int column = (int) Math.floor(place.getX() / (first.width() + GAP));
    int row = (int) Math.floor(place.getY() / (first.height() + GAP));
    int index = row * columns + column;
    return column < 0 || column >= columns || row < 0 || index >= sheet.points().size()
        ? -1
        : index;
  }
}
