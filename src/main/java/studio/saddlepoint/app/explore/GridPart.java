package studio.saddlepoint.app.explore;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.grid.PlaneView;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.grid.ClassGrid;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridPictures;
import studio.saddlepoint.latent.grid.GridRequest;
import studio.saddlepoint.latent.grid.PlaneGrid;
import studio.saddlepoint.latent.grid.TruncationGrid;

/** The grids on the canvas: asked for again where they would come out otherwise. */
final class GridPart {
  /** Codes of a grid of truncation, the first of them where a person stands. */
  private static final int ROWS = 6;

  /**
   * A grid that was drawn.
   *
   * @param kind which
   * @param pictures the grid
   * @param took how long its drawing took
   */
  record Gridded(CanvasKind kind, GridPictures pictures, Duration took) {}

  private final ExploreEngine engine;
  private final ReadOnlyObjectWrapper<@Nullable Gridded> drawn = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Gridded> chosen = new ReadOnlyObjectWrapper<>();
  private @Nullable GridRequest asked;
  private @Nullable GridRequest askedChosen;

  GridPart(ExploreEngine engine) {
    this.engine = engine;
  }

  /** The newest grid. */
  ReadOnlyObjectProperty<@Nullable Gridded> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** The picture at the place chosen in the plane. */
  ReadOnlyObjectProperty<@Nullable Gridded> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Draws the grid of a state; nothing where the generator has no such grid. */
  void draw(CanvasKind kind, ExploreState state, Subject subject) {
    if (kind == CanvasKind.CLASSES && subject.latent().classNames().isEmpty()) {
      return;
    }
    if (kind == CanvasKind.PLANE) {
      GridRequest at =
          new GridRequest(1, List.of(chosen(state)), List.of(), List.of(), state.noise());
      if (!Objects.equals(askedChosen, at)) {
        askedChosen = at;
        engine.choose(at);
      }
    }
    GridRequest request = request(kind, state, subject);
    if (!Objects.equals(asked, request)) {
      asked = request;
      engine.grid(kind, request);
    }
  }

  private static GridRequest request(CanvasKind kind, ExploreState state, Subject subject) {
    GridCell cell = cell(state);
    return switch (kind) {
      case PLANE ->
          PlaneGrid.of(
              state.plane().window(),
              PlaneView.SIDE,
              (x, y) -> state.plane().cell(cell, state.a(), state.b(), x, y),
              state.noise());
      case CLASSES -> ClassGrid.of(cell, subject.latent().classNames(), state.noise());
      default -> TruncationGrid.of(rows(state), cell, subject.styledLayers() > 0, state.noise());
    };
  }

  private static List<LatentPoint> rows(ExploreState state) {
    Set<LatentPoint> rows = new LinkedHashSet<>(List.of(state.current()));
    rows.addAll(state.samples(ROWS));
    return rows.stream().limit(ROWS).toList();
  }

  /** How pictures of a state are drawn. */
  static GridCell cell(ExploreState state) {
    return new GridCell(
        state.current(),
        state.label(),
        state.threshold(),
        state.inW(),
        state.shifts(),
        state.mix(),
        "");
  }

  /** The picture at the place chosen in the plane. */
  static GridCell chosen(ExploreState state) {
    return state
        .plane()
        .cell(cell(state), state.a(), state.b(), state.plane().x(), state.plane().y());
  }

  /** Takes what was drawn. */
  void drawn(Gridded grid) {
    drawn.set(grid);
  }

  /** Takes the picture at the place chosen. */
  void chosenDrawn(Gridded one) {
    chosen.set(one);
  }

  /** Draws anew the next time. */
  void forget() {
    asked = null;
    askedChosen = null;
  }

  /** Shows nothing any more. */
  void clear() {
    forget();
    drawn.set(null);
    chosen.set(null);
  }
}
