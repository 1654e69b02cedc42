package studio.saddlepoint.app.explore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.app.explore.code.CodeNumbers;
import studio.saddlepoint.app.fx.FxThrottle;
import studio.saddlepoint.app.undo.UndoStack;
import studio.saddlepoint.latent.ClassMix;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.metrics.RealismJudge;

/**
 * The model of the Explore page. Knows no controls. Every change of the state asks for those parts
 * again that it alters; a hidden explorer asks for nothing.
 */
final class ExploreModel implements ExploreEngine.Listener, AutoCloseable {
  /** Seeds a person can read and type again. */
  private static final int SEEDS = 1_000_000;

  /** The large picture follows every move; what is around it may lag this much behind. */
  private static final Duration LAG = Duration.ofMillis(120);

  private final ExploreEngine engine;
  private final RandomGenerator random;
  private final UndoStack undo;
  private final InstantSource clock;
  private final FxThrottle around;
  private final ReadOnlyObjectWrapper<ExploreState> state =
      new ReadOnlyObjectWrapper<>(ExploreState.first());
  private final ReadOnlyObjectWrapper<@Nullable Subject> subject = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper preparing = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<CanvasKind> canvas = new SimpleObjectProperty<>(CanvasKind.PICTURE);
  private final MixingPart mixing;
  private final GridPart grids;
  private final Map<Part, ReadOnlyObjectWrapper<@Nullable Drawn>> drawn = new EnumMap<>(Part.class);
  private final BooleanProperty allClasses = new SimpleBooleanProperty(true);
  private final Map<Part, Asked> asked = new EnumMap<>(Part.class);
  private Runnable timed = () -> {};
  private boolean visible;
  private boolean restoring;

  private record Asked(ExploreState state, int classes) {}

  /**
   * A model without a generator.
   *
   * @param ui the window's thread
   * @param random where new seeds come from
   * @param undo where moves are kept, to be taken back
   * @param clock tells which moves are one
   */
  ExploreModel(Executor ui, RandomGenerator random, UndoStack undo, InstantSource clock) {
    this.random = random;
    this.undo = undo;
    this.clock = clock;
    engine = new ExploreEngine(ui, this);
    mixing = new MixingPart(engine);
    grids = new GridPart(engine);
    around = new FxThrottle(ui, () -> LAG, this::drawAround);
    for (Part part : Part.values()) {
      drawn.put(part, new ReadOnlyObjectWrapper<>());
    }
    canvas.addListener((property, old, now) -> drawAll());
    allClasses.addListener((property, old, now) -> drawAll());
  }

  /** Where the explorer stands. */
  ReadOnlyObjectProperty<ExploreState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Where the explorer stands. */
  ExploreState state() {
    return state.get();
  }

  /** The generator; nothing before one is loaded. */
  ReadOnlyObjectProperty<@Nullable Subject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** The newest pictures of a part. */
  ReadOnlyObjectProperty<@Nullable Drawn> drawnProperty(Part part) {
    return Objects.requireNonNull(drawn.get(part)).getReadOnlyProperty();
  }

  /** What went wrong last; empty when nothing did. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a generator is being loaded. */
  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Whether pictures come late, because their truncation has to be prepared first. */
  ReadOnlyBooleanProperty preparingProperty() {
    return preparing.getReadOnlyProperty();
  }

  /**
   * Ranks samples by their realism from now on.
   *
   * @param judge stays the caller's; nothing ranks by realism no more
   */
  void rankBy(@Nullable RealismJudge judge) {
    engine.rankBy(judge);
    asked.remove(Part.SAMPLES);
    drawAll();
  }

  /** Does something on the drawing thread, once what is drawn now is done. */
  void afterDrawing(Runnable work) {
    engine.afterDrawing(work);
  }

  /** What the canvas shows. */
  ObjectProperty<CanvasKind> canvasProperty() {
    return canvas;
  }

  /** The newest grid of mixed styles. */
  ReadOnlyObjectProperty<MixingPart.@Nullable Mixed> mixedProperty() {
    return mixing.drawnProperty();
  }

  /**
   * Has the code drawn through the training, where that is looked at.
   *
   * @param draw asks for it
   */
  void throughTraining(Runnable draw) {
    timed = draw;
  }

  /** The grids on the canvas. */
  GridPart grids() {
    return grids;
  }

  /** Whether the sheet of a conditional generator shows all classes, or the one chosen. */
  BooleanProperty allClassesProperty() {
    return allClasses;
  }

  private int classes() {
    Subject now = subject.get();
    return now == null || !allClasses.get() ? 0 : now.latent().classNames().size();
  }

  /** Moves. */
  void move(ExploreState next) {
    ExploreState before = state.get();
    if (!next.equals(before) && !restoring) {
      // First, for controls that follow the state may move on at once.
      undo.add(new ExploreEdit(this, before, next, clock.instant()));
      state.set(next);
      drawAll();
    }
  }

  /** Goes back to where a person stood, or on to there again. */
  void restore(ExploreState then) {
    restoring = true; // what controls cannot show exactly is no move of a person's
    try {
      state.set(possible(then));
    } finally {
      restoring = false;
    }
    drawAll();
  }

  /** Another generator may have fewer classes, and codes of another length. */
  private ExploreState possible(ExploreState wanted) {
    Subject now = subject.get();
    int classes = now == null ? 0 : now.latent().classNames().size();
    ExploreState known =
        now != null && wanted.label() >= Math.max(1, classes) ? wanted.withLabel(0) : wanted;
    return now == null
        ? known
        : known
            .fitting(now.sizes())
            .truncatedFor(now.styledLayers())
            .withMixing(known.mixing().fitting(now.styledSizes().size()))
            .withPlane(known.plane().fitting(now.sizes()))
            .withMix(known.mix().second() < classes ? known.mix() : ClassMix.NONE);
  }

  /** New ends. */
  void resample() {
    move(state().resample(seed(), seed()));
  }

  /** A new end a, whatever its lock. */
  void resampleA() {
    move(state().withA(new LatentPoint.Seed(seed())));
  }

  /** A new end b, whatever its lock. */
  void resampleB() {
    move(state().withB(new LatentPoint.Seed(seed())));
  }

  /** Other variations and samples. */
  void shuffleVariations() {
    move(state().withVariationSeed(seed()));
  }

  /** Other rows and columns to mix. */
  void resampleMixing() {
    move(state().withMixing(state().mixing().resample(seed(), seed())));
  }

  /** Another third code of the plane. */
  void resamplePlane() {
    move(state().withPlane(state().plane().withC(new LatentPoint.Seed(seed()))));
  }

  /**
   * Makes the place chosen in the plane an end of the path.
   *
   * @param atB whether it becomes b, not a
   */
  void takeChosen(boolean atB) {
    withCode(GridPart.chosen(state()), point -> move(state().takeFromPlane(point, atB)));
  }

  /** Stands where a picture of a grid was drawn. */
  void standAt(GridCell cell) {
    withCode(
        cell,
        point -> {
          move(
              state()
                  .take(point)
                  .withLabel(cell.label())
                  .withThreshold(cell.threshold())
                  .withInW(cell.inW()));
          canvas.set(CanvasKind.PICTURE);
        });
  }

  /**
   * Works out the numbers of the code where a person stands.
   *
   * @param space in which they are wanted
   * @param take takes the newest
   */
  void numbers(Space space, Consumer<CodeNumbers> take) {
    if (subject.get() != null) {
      engine.numbers(state().current(), state().label(), state().threshold(), space, take);
    }
  }

  /** Gives the code where a person stands, with all that directions do to it. */
  void edited(Consumer<LatentPoint> take) {
    ExploreState now = state();
    if (now.shifts().isEmpty()) {
      take.accept(now.current());
    } else {
      engine.shiftedCode(
          GridCell.of(now.current(), now.label()).truncated(now.threshold()).shifted(now.shifts()),
          take);
    }
  }

  /** The code of a picture without the shifts that stay where they are. */
  private void withCode(GridCell cell, Consumer<LatentPoint> take) {
    // Sliders may have moved since the grid was drawn: of fewer shifts none are its own.
    int common = Math.min(state().shifts().size(), cell.shifts().size());
    List<Shift> own = cell.shifts().subList(common, cell.shifts().size());
    if (own.isEmpty()) {
      take.accept(cell.point());
    } else {
      engine.shiftedCode(cell.shifted(own), take);
    }
  }

  /** Draws all that is shown with other fresh noise. */
  void freshNoise() {
    asked.clear();
    mixing.forget();
    grids.forget();
    drawAll();
  }

  private long seed() {
    return random.nextInt(SEEDS);
  }

  /**
   * Explores another generator; what is shown stays until it is ready.
   *
   * @param load brings it, on the render thread
   */
  void use(Callable<Renderer> load) {
    loading.set(true);
    engine.use(load);
  }

  /** Explores a generator that is there already; it is freed in the end. */
  void use(Renderer next) {
    loading.set(true);
    engine.use(next);
  }

  /** What is explored now, for somebody else, who closes it; nothing where nothing is. */
  Optional<Snapshot> share() {
    return engine.share();
  }

  /** Explores nothing. */
  void leave() {
    engine.forget();
    loading.set(false);
    preparing.set(false);
    subject.set(null);
    problem.set("");
    asked.clear();
    mixing.clear();
    grids.clear();
    drawn.values().forEach(each -> each.set(null));
  }

  /** Becomes visible or not. */
  void show(boolean now) {
    visible = now;
    drawAll();
  }

  @Override
  public void ready(Subject next) {
    loading.set(false);
    problem.set("");
    asked.clear();
    mixing.forget();
    grids.forget();
    subject.set(next);
    state.set(possible(state()));
    if (!canvas.get().offered(next)) {
      canvas.set(CanvasKind.PICTURE);
    }
    drawAll();
  }

  @Override
  public void preparing() {
    preparing.set(true);
  }

  @Override
  public void drawn(Drawn pictures) {
    problem.set("");
    preparing.set(false);
    Objects.requireNonNull(drawn.get(pictures.part())).set(pictures);
  }

  @Override
  public void mixed(MixingPart.Mixed mixed) {
    problem.set("");
    mixing.drawn(mixed);
  }

  @Override
  public void gridded(GridPart.Gridded grid) {
    problem.set("");
    preparing.set(false);
    grids.drawn(grid);
  }

  @Override
  public void chosen(GridPart.Gridded one) {
    problem.set("");
    preparing.set(false);
    grids.chosenDrawn(one);
  }

  @Override
  public void failed(Throwable error) {
    loading.set(false);
    preparing.set(false);
    asked.clear();
    mixing.forget();
    grids.forget();
    problem.set(Problems.describe(error));
  }

  private void drawAll() {
    Subject now = subject.get();
    if (!visible || now == null) {
      return;
    }
    switch (canvas.get()) {
      case PICTURE -> draw(Part.CURRENT);
      case SAMPLES -> draw(Part.SAMPLES);
      case MIXING -> mixing.draw(state());
      case TRAINING -> timed.run();
      case PLANE, TRUNCATION, CLASSES -> grids.draw(canvas.get(), state(), now);
    }
    around.request();
  }

  private void drawAround() {
    if (visible && subject.get() != null && canvas.get() != CanvasKind.MIXING) {
      draw(Part.CURRENT);
      draw(Part.PATH);
      draw(Part.VARIATIONS);
    }
  }

  /** Draws a part unless it would come out the same as asked for last. */
  private void draw(Part part) {
    Asked now = new Asked(state(), classes());
    Asked before = asked.get(part);
    if (before == null || differs(part, before, now)) {
      asked.put(part, now);
      engine.draw(part, now.state(), now.classes());
    }
  }

  private static boolean differs(Part part, Asked before, Asked now) {
    return before.state().threshold() != now.state().threshold()
        || !before.state().inW().equals(now.state().inW())
        || before.state().noise() != now.state().noise()
        || !before.state().shifts().equals(now.state().shifts())
        || !before.state().mix().equals(now.state().mix())
        || part == Part.SAMPLES && !before.state().keep().equals(now.state().keep())
        || !Arrays.equals(labels(part, before), labels(part, now))
        || !points(part, before).equals(points(part, now));
  }

  private static int[] labels(Part part, Asked asked) {
    return part.labels(asked.state(), asked.classes());
  }

  private static List<LatentPoint> points(Part part, Asked asked) {
    return part.points(asked.state(), asked.classes());
  }

  @Override
  public void close() {
    engine.close();
  }
}
