package studio.saddlepoint.app.explore;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.explore.code.CodeNumbers;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.KeptClusters;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.RankedSamples;
import studio.saddlepoint.latent.RenderThread;
import studio.saddlepoint.latent.RenderThread.Client;
import studio.saddlepoint.latent.RenderThread.Outcome;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridDrawing;
import studio.saddlepoint.latent.grid.GridRequest;
import studio.saddlepoint.latent.mixing.MixingDrawing;
import studio.saddlepoint.latent.mixing.MixingRequest;
import studio.saddlepoint.metrics.RealismJudge;
import studio.saddlepoint.model.LatentSpace;

/**
 * Renders what the explorer shows, on a thread of its own that also loads and frees the generators.
 * Of each part only the newest state is rendered.
 */
final class ExploreEngine implements AutoCloseable {
  /**
   * What is explored now.
   *
   * @param step the weights' step
   * @param averaged whether they are the averaged ones
   * @param latent codes and classes
   * @param shape of the pictures
   * @param encodes whether codes of pictures can be found
   * @param styledLayers how many layers have styles; 0 without a mapping network
   * @param styledSizes the size that each of them works at
   * @param sizes how long codes are
   * @param noise whether layers add noise
   * @param clusters that are its classes; empty where those are the data's, or not made yet
   */
  record Subject(
      long step,
      boolean averaged,
      LatentSpace latent,
      ImageShape shape,
      boolean encodes,
      int styledLayers,
      List<Integer> styledSizes,
      CodeSizes sizes,
      boolean noise,
      Optional<KeptClusters> clusters) {
    /** Whether there are styles to mix. */
    boolean mixes() {
      return styledSizes.size() > 1;
    }
  }

  /**
   * Pictures of a part.
   *
   * @param part the part
   * @param points what is drawn
   * @param labels the class of each point
   * @param columns how many pictures stand in a row; 0 where any number will do
   * @param pictures one for each point
   * @param took how long the rendering took
   */
  record Drawn(
      Part part,
      List<LatentPoint> points,
      List<Integer> labels,
      int columns,
      List<Picture> pictures,
      Duration took) {}

  /** Takes what was rendered, on the window's thread. */
  interface Listener {
    /** Another generator is ready. */
    void ready(Subject subject);

    /** A part was drawn. */
    void drawn(Drawn drawn);

    /** A grid of mixed styles was drawn. */
    void mixed(MixingPart.Mixed mixed);

    /** A grid was drawn. */
    void gridded(GridPart.Gridded grid);

    /** The picture at the place chosen in a plane was drawn. */
    void chosen(GridPart.Gridded one);

    /** What was asked for has to be prepared first, which takes a moment. */
    void preparing();

    /** Loading or drawing did not work. */
    void failed(Throwable error);
  }

  private final RenderThread thread = new RenderThread("explorer", this::free);
  private final Map<Part, Client<Drawn>> parts = new EnumMap<>(Part.class);
  private final Client<MixingPart.Mixed> mixer;
  private final Client<GridPart.Gridded> gridder;
  private final Client<GridPart.Gridded> chooser;
  private final Client<Runnable> reader;
  private final Client<Subject> loader;
  private final Client<Boolean> ahead;
  private final Executor ui;
  private final Listener listener;
  private final Queue<Renderer> handed = new ConcurrentLinkedQueue<>();

  /** Changed and drawn with on the render thread only. */
  private volatile @Nullable Renderer renderer;

  /** Ranks samples by their realism, once its real pictures were looked at. */
  private volatile @Nullable RealismJudge realism;

  /** Counts drawings: each has fresh noise of its own. */
  private final AtomicLong draws = new AtomicLong();

  /** Whether thresholds that nobody asked for yet are prepared, too. */
  private volatile boolean staying;

  /**
   * An engine without a generator.
   *
   * @param ui the window's thread
   * @param listener takes what was rendered
   */
  ExploreEngine(Executor ui, Listener listener) {
    this.ui = ui;
    this.listener = listener;
    ahead = thread.client(Runnable::run, outcome -> {});
    loader = thread.client(ui, outcome -> accept(outcome, listener::ready, listener));
    mixer = thread.client(ui, outcome -> accept(outcome, listener::mixed, listener));
    reader = thread.client(ui, outcome -> accept(outcome, Runnable::run, listener));
    gridder = thread.client(ui, outcome -> accept(outcome, listener::gridded, listener));
    chooser = thread.client(ui, outcome -> accept(outcome, listener::chosen, listener));
    for (Part part : Part.values()) {
      parts.put(part, thread.client(ui, outcome -> accept(outcome, listener::drawn, listener)));
    }
  }

  private static <T> void accept(Outcome<T> outcome, Consumer<T> done, Listener listener) {
    if (outcome instanceof Outcome.Done<T> good) {
      done.accept(good.value());
    } else if (outcome instanceof Outcome.Failed<T> bad) {
      listener.failed(bad.error());
    }
  }

  /**
   * Explores another generator. What was asked of the one before does not arrive any more.
   *
   * @param load brings it, on the render thread
   */
  void use(Callable<Renderer> load) {
    forget();
    staying = true;
    loader.request(() -> adopt(load.call()));
  }

  /**
   * Explores a generator that is there already, and frees it in the end.
   *
   * @param next the generator
   */
  void use(Renderer next) {
    forget();
    staying = false; // other weights come soon: what is prepared for these is soon lost
    handed.add(next);
    loader.request(
        () -> {
          handed.remove(next);
          return adopt(next);
        });
  }

  private Subject adopt(Renderer next) {
    free();
    renderer = next;
    return new Subject(
        next.step(),
        next.averaged(),
        next.latent(),
        next.shape(),
        next.encodes(),
        next.styledLayers(),
        next.styledSizes(),
        next.sizes(),
        next.hasNoise(),
        next.clusters());
  }

  /** What is explored now, for somebody else, who closes it; nothing where nothing is. */
  Optional<Snapshot> share() {
    Renderer now = renderer;
    return now == null ? Optional.empty() : now.share();
  }

  /** Ranks by realism from now on; nothing is ranked by it before. */
  void rankBy(@Nullable RealismJudge judge) {
    realism = judge;
  }

  /** Does something on the render thread, in its turn; not at all once the engine is closed. */
  void afterDrawing(Runnable work) {
    thread
        .<Boolean>client(Runnable::run, outcome -> {})
        .request(
            () -> {
              work.run();
              return true;
            });
  }

  /** Drops what was asked for and has not arrived. */
  void forget() {
    loader.discard();
    ahead.discard();
    mixer.discard();
    gridder.discard();
    reader.discard();
    chooser.discard();
    parts.values().forEach(Client::discard);
  }

  /**
   * Draws a part. To be asked after {@link Listener#ready}.
   *
   * @param part what
   * @param state where the explorer stands
   * @param classes how many classes a sheet shows; 0 for the one chosen
   */
  void draw(Part part, ExploreState state, int classes) {
    Client<Drawn> client = parts.get(part);
    if (client != null) {
      AtomicBoolean told = new AtomicBoolean();
      client.requestPieces(
          () -> {
            Renderer generator = generator();
            if (prepared(generator, state.threshold())) {
              return Optional.of(render(generator, part, state, classes));
            }
            if (told.compareAndSet(false, true)) {
              ui.execute(listener::preparing);
            }
            return Optional.empty();
          });
    }
  }

  /**
   * Draws a grid of mixed styles, a row at a time: a newer one takes its place after each row. To
   * be asked after {@link Listener#ready}.
   */
  void mix(MixingRequest request) {
    MixingDrawing drawing = new MixingDrawing(request, draws.incrementAndGet());
    long begun = System.nanoTime();
    mixer.requestPieces(
        () -> {
          try (Snapshot snapshot = generator().share().orElseThrow(IllegalStateException::new)) {
            return drawing
                .piece(snapshot)
                .map(
                    done ->
                        new MixingPart.Mixed(done, Duration.ofNanos(System.nanoTime() - begun)));
          }
        });
  }

  /**
   * Draws a grid, some pictures at a time: a newer one takes its place after each piece. To be
   * asked after {@link Listener#ready}.
   */
  void grid(CanvasKind kind, GridRequest request) {
    gridder.requestPieces(pieces(kind, request));
  }

  /** Draws the picture at the place chosen in a plane. To be asked after {@link Listener#ready}. */
  void choose(GridRequest request) {
    chooser.requestPieces(pieces(CanvasKind.PLANE, request));
  }

  /**
   * Works out the code of a picture with its shifts.
   *
   * @param take takes it, on the window's thread
   */
  void shiftedCode(GridCell cell, Consumer<LatentPoint> take) {
    Client<LatentPoint> once = thread.client(ui, outcome -> accept(outcome, take, listener));
    once.request(
        () -> {
          try (Snapshot snapshot = generator().share().orElseThrow(IllegalStateException::new)) {
            return CodeDrawing.shifted(
                snapshot, cell.point(), cell.label(), cell.threshold(), cell.shifts());
          }
        });
  }

  /**
   * Works out the numbers of a code; of several requests the newest counts.
   *
   * @param take takes them, on the window's thread
   */
  void numbers(
      LatentPoint point, int label, double threshold, Space space, Consumer<CodeNumbers> take) {
    reader.request(
        () -> {
          try (Snapshot snapshot = generator().share().orElseThrow(IllegalStateException::new)) {
            CodeNumbers numbers =
                CodeNumbers.of(
                    point, space, snapshot.half(label), threshold, snapshot.hasMapping());
            return () -> take.accept(numbers);
          }
        });
  }

  private Callable<Optional<GridPart.Gridded>> pieces(CanvasKind kind, GridRequest request) {
    GridDrawing drawing = new GridDrawing(request, draws.incrementAndGet());
    long begun = System.nanoTime();
    return () -> {
      try (Snapshot snapshot = generator().share().orElseThrow(IllegalStateException::new)) {
        return drawing
            .piece(snapshot)
            .map(
                done ->
                    new GridPart.Gridded(kind, done, Duration.ofNanos(System.nanoTime() - begun)));
      }
    };
  }

  private Renderer generator() {
    Renderer generator = renderer;
    if (generator == null) {
      throw new IllegalStateException("nothing to draw with");
    }
    return generator;
  }

  /** Does a piece of work where it is not prepared yet; then prepares the other thresholds. */
  private boolean prepared(Renderer generator, double threshold) {
    if (!generator.prepared(threshold) && !generator.prepare(threshold)) {
      return false;
    }
    if (staying && Double.isFinite(threshold)) {
      ahead.requestPieces(() -> prepareNext(generator));
    }
    return true;
  }

  private Optional<Boolean> prepareNext(Renderer generator) {
    for (double step : Snapshot.ladder()) {
      if (generator == renderer && !generator.prepared(step)) {
        generator.prepare(step);
        return Optional.empty();
      }
    }
    return Optional.of(true);
  }

  private Drawn render(Renderer generator, Part part, ExploreState state, int classes) {
    long begun = System.nanoTime();
    Styling styling = state.styling(draws.incrementAndGet());
    BestPoints shown = points(generator, part, state, classes, styling);
    List<LatentPoint> points = shown.points();
    int[] labels = shown.labels();
    List<Picture> pictures = generator.draw(points, labels, state.threshold(), styling);
    return new Drawn(
        part,
        points,
        Arrays.stream(labels).boxed().toList(),
        part.columns(classes),
        pictures,
        Duration.ofNanos(System.nanoTime() - begun));
  }

  private BestPoints points(
      Renderer generator, Part part, ExploreState state, int classes, Styling styling) {
    Optional<KeepBest> keep = state.keep().filter(each -> part == Part.SAMPLES);
    Optional<Snapshot> shared = keep.flatMap(each -> generator.share());
    if (shared.isPresent()) {
      try (Snapshot whole = shared.get();
          Snapshot snapshot = styling.of(whole)) {
        Optional<RankedSamples.Ranking> ranking = ranking(snapshot, keep.get().by());
        if (ranking.isPresent()) {
          return BestPoints.of(
              state, classes, keep.get(), generator.latent().size(), ranking.get());
        }
      }
    }
    return new BestPoints(part.points(state, classes), part.labels(state, classes));
  }

  private Optional<RankedSamples.Ranking> ranking(Snapshot snapshot, KeepBest.By by) {
    if (by == KeepBest.By.REALISM) {
      return Optional.ofNullable(realism).map(judge -> judge.ranking(snapshot));
    }
    if (!snapshot.judges()) {
      throw new StudioException(Messages.text("keep.noDiscriminator"));
    }
    return Optional.of(RankedSamples.byDiscriminator(snapshot));
  }

  /** Also frees those that were handed over and replaced before their turn. */
  private void free() {
    for (Renderer each = handed.poll(); each != null; each = handed.poll()) {
      each.close();
    }
    Renderer before = renderer;
    if (before != null) {
      renderer = null;
      before.close();
    }
  }

  /** Ends the thread and frees the generator; does not wait. */
  @Override
  public void close() {
    thread.close();
  }
}
