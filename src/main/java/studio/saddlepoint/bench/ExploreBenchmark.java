package studio.saddlepoint.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.CodeDrawing;
import studio.saddlepoint.latent.InPlane;
import studio.saddlepoint.latent.Interpolation;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.RenderThread;
import studio.saddlepoint.latent.RenderThread.Client;
import studio.saddlepoint.latent.RenderThread.Outcome;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.latent.grid.GridCell;
import studio.saddlepoint.latent.grid.GridDrawing;
import studio.saddlepoint.latent.grid.PlaneGrid;
import studio.saddlepoint.latent.grid.PlaneWindow;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.ThreadPriority;
import studio.saddlepoint.train.TrainingState;

/**
 * How long a picture takes from a move of the explorer's controls until it is there: asked of a
 * render thread as the page asks it, while nothing trains, and while a training computes.
 */
public final class ExploreBenchmark {
  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final int AROUND = 12;
  private static final int SIDE = 7;

  private final int rounds;
  private final Progress progress;

  /**
   * A benchmark.
   *
   * @param rounds times that each control is moved
   */
  public ExploreBenchmark(int rounds, Progress progress) {
    this.rounds = rounds;
    this.progress = progress;
  }

  /** A control: what a move of it draws. */
  private record Control(String key, String action, IntFunction<Callable<Object>> move) {}

  /** Measures all controls of generators of 32 and 64 pixels, with styles and without. */
  public List<AnswerTimes> run() {
    List<AnswerTimes> times = new ArrayList<>();
    for (String recipe : List.of("dcgan-strokes", "stylegan2-strokes")) {
      for (int size : new int[] {32, 64}) {
        times.addAll(measure(recipe, size));
      }
    }
    return times;
  }

  private List<AnswerTimes> measure(String name, int size) {
    Recipe recipe = Recipes.load(name).with("data.size", size);
    BenchmarkData data = new BenchmarkData(new ImageShape(3, size, size));
    Autograd.enable(true);
    try (TrainingState state = new TrainingState(recipe, data);
        Snapshot snapshot = Snapshot.of(state.saveNetworks(), false)) {
      List<AnswerTimes> found = new ArrayList<>();
      for (Control control : controls(snapshot)) {
        progress.report(name + ", " + size + " pixels: " + control.action(), Double.NaN);
        Timings atRest = times(control);
        Timings training;
        try (Work ignored = new Work(recipe, data)) {
          training = times(control);
        }
        found.add(
            new AnswerTimes(
                name + "-" + size + "-" + control.key(),
                name + " " + size + ", " + control.action(),
                Optional.of(atRest),
                Optional.of(training)));
      }
      return found;
    }
  }

  private Timings times(Control control) {
    SynchronousQueue<Outcome<Object>> arrived = new SynchronousQueue<>();
    try (RenderThread thread = new RenderThread("bench-explore", () -> {})) {
      Client<Object> client =
          thread.client(
              Runnable::run,
              outcome -> {
                try {
                  arrived.put(outcome);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      long[] nanos = new long[rounds];
      for (int i = -2; i < rounds; i++) {
        long begun = System.nanoTime();
        client.request(control.move().apply(i + 2));
        Outcome<Object> outcome = arrived.take();
        if (outcome instanceof Outcome.Failed<Object> failed) {
          throw new IllegalStateException(control.action(), failed.error());
        }
        if (i >= 0) { // the first ones warm up
          nanos[i] = System.nanoTime() - begun;
        }
        progress.checkCancelled();
      }
      return Timings.of(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Control> controls(Snapshot snapshot) {
    LatentPoint one = new LatentPoint.Seed(1);
    LatentPoint two = new LatentPoint.Seed(2);
    LatentPoint three = new LatentPoint.Seed(3);
    List<Control> all = new ArrayList<>();
    all.add(
        new Control(
            "path",
            "slider along the path",
            i -> draw(snapshot, new LatentPoint.Between(Interpolation.SLERP, one, two, share(i)))));
    all.add(
        new Control(
            "plane",
            "place in the plane",
            i -> draw(snapshot, new InPlane(one, two, three, share(i), share(i + 3)))));
    boolean styled = snapshot.hasMapping();
    Space space = styled ? Space.W : Space.Z;
    int length = styled ? snapshot.w().size() : snapshot.latent().size();
    Shift shift =
        new Shift(
            space,
            LatentPoint.Given.numbers(LatentCodes.gaussian(1, length, 5)[0]),
            LayerRange.ALL,
            1);
    all.add(
        new Control(
            "direction",
            "slider of a direction",
            i ->
                () -> {
                  try (Snapshot shifted = snapshot.shifted(List.of(shift.by(share(i))))) {
                    return CodeDrawing.draw(shifted, List.of(one), new int[1], FREE);
                  }
                }));
    if (styled) {
      all.add(
          new Control(
              "psi",
              "slider of psi",
              i ->
                  () -> {
                    try (Snapshot truncated =
                        snapshot.truncated(new WTruncation(share(i), WTruncation.ALL))) {
                      return CodeDrawing.draw(truncated, List.of(one), new int[1], FREE);
                    }
                  }));
    }
    all.add(
        new Control(
            "variations",
            "12 variations",
            i ->
                () ->
                    CodeDrawing.draw(
                        snapshot,
                        IntStream.range(0, AROUND)
                            .<LatentPoint>mapToObj(
                                at -> new LatentPoint.Varied(one, share(i), at + 1L))
                            .toList(),
                        new int[AROUND],
                        FREE)));
    all.add(
        new Control(
            "pad",
            "pad of 49 pictures",
            i ->
                () ->
                    GridDrawing.draw(
                        snapshot,
                        PlaneGrid.of(
                            PlaneWindow.aroundCodes().panned(share(i) / 10, 0),
                            SIDE,
                            (x, y) -> GridCell.of(new InPlane(one, two, three, x, y), 0),
                            LayerNoise.FIXED),
                        1,
                        Progress.NONE)));
    return Collections.unmodifiableList(all);
  }

  private static double share(int i) {
    return i % 20 / 20.0;
  }

  private static Callable<Object> draw(Snapshot snapshot, LatentPoint point) {
    return () -> CodeDrawing.draw(snapshot, List.of(point), new int[1], FREE);
  }

  /** A training that makes steps on a thread of its own, until it is closed. */
  private static final class Work implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread;

    Work(Recipe recipe, BenchmarkData data) {
      thread =
          new Thread(
              () -> {
                ThreadPriority.lower(); // as trainings do
                Autograd.enable(true);
                try (TrainingState state = new TrainingState(recipe, data);
                    Batches batches = new Batches(data, recipe.seed(), 0, false)) {
                  while (!over.get()) {
                    state.makeStep(batches);
                  }
                }
              },
              "bench-training");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void close() {
      over.set(true);
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
