package studio.saddlepoint.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.fx.DrawingThreads;
import studio.saddlepoint.bench.ProcessState;
import studio.saddlepoint.bench.Soak;
import studio.saddlepoint.bench.Timings;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.train.progress.Moment;

/**
 * A long training with all charts open, beside which a person goes about: looks at every page,
 * drags sliders, opens another run and comes back. On a thread of its own, not that of the window.
 */
final class Soaking {
  private static final List<String> PAGES = List.of("explore", "evaluate", "data", "train");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int FRAMES = 300;
  private static final int MOVES = 60;
  private static final long REST_MILLIS = 2_000;
  private static final long WATCHED_MILLIS = 8_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final StudioModel model;
  private final Hand hand;
  private final Frames frames;
  private final RunFolder other;
  private final List<Long> times = new ArrayList<>();
  private final List<Long> labTimes = new ArrayList<>();
  private final DrawingThreads drawers = new DrawingThreads();
  private long drawn;
  private long work;

  /**
   * A soak.
   *
   * @param other a run to open in between
   */
  Soaking(StudioModel model, Hand hand, Frames frames, RunFolder other) {
    this.model = model;
    this.hand = hand;
    this.frames = frames;
    this.other = other;
  }

  /**
   * Trains for a time.
   *
   * @param each told what the process holds, every minute
   */
  Soak run(Duration time, Consumer<ProcessState> each, Progress progress) {
    waitFor(() -> hand.sees("#rail-train"));
    progress.report("Training the first steps", Double.NaN);
    Hand.act(() -> model.train(Recipes.embedded().get(0).with("training.steps", 10_000_000L)));
    waitFor(
        () -> model.openRunProperty().get() != null && trains() && open().history().lastStep() > 1);
    RunFolder trained = Hand.fx(() -> open().folder());
    List<ProcessState> minutes = new ArrayList<>();
    long begun = System.nanoTime();
    for (long minute = 0; minute <= time.toMinutes(); minute++) {
      Duration next = MINUTE.multipliedBy(minute);
      while (since(begun).compareTo(next) < 0) {
        progress.checkCancelled();
        progress.report("Training", since(begun).toMillis() / (double) time.toMillis());
        watchCharts();
        if (since(begun).compareTo(next) < 0) {
          goAbout(trained);
        }
      }
      minutes.add(ProcessState.now(since(begun)));
      each.accept(minutes.get(minutes.size() - 1));
    }
    OptionalDouble drawing =
        work > 0 ? OptionalDouble.of((double) drawn / work) : OptionalDouble.empty();
    return new Soak(minutes, timings(times), timings(labTimes), drawing);
  }

  private static Optional<Timings> timings(List<Long> nanos) {
    return nanos.isEmpty()
        ? Optional.empty()
        : Optional.of(Timings.of(nanos.stream().mapToLong(i -> i).toArray()));
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private void watchCharts() {
    Hand.rest(REST_MILLIS);
    long workBefore = Moment.now().processorNanos();
    long drawnBefore = drawers.cpuNanos();
    Hand.rest(WATCHED_MILLIS);
    drawn += drawers.cpuNanos() - drawnBefore;
    work += Moment.now().processorNanos() - workBefore;
    times.addAll(frames.times(Collections.<Runnable>nCopies(FRAMES, () -> {}).iterator()));
  }

  private void goAbout(RunFolder trained) {
    for (String page : PAGES) {
      press("#rail-" + page);
      Hand.rest(REST_MILLIS);
      if (page.equals("explore")) {
        drag();
      }
    }
    watchLab();
    press("#theme-switch");
    Hand.rest(REST_MILLIS);
    show(other);
    show(trained);
    Hand.act(() -> model.pageProperty().set("train"));
  }

  /** The plane trains as fast as its slider goes, beside the training of the run. */
  private void watchLab() {
    press("#rail-lab");
    waitFor(() -> hand.sees("#lab-plane-run"));
    Hand.act(
        () -> {
          Slider speed = (Slider) hand.find("#lab-plane-speed");
          speed.setValue(speed.getMax());
        });
    press("#lab-plane-run");
    Hand.rest(REST_MILLIS);
    labTimes.addAll(frames.times(Collections.<Runnable>nCopies(FRAMES, () -> {}).iterator()));
    press("#lab-plane-run");
  }

  private void drag() {
    List<Runnable> moves = new ArrayList<>();
    for (int i = 0; i <= MOVES; i++) {
      double share = Math.abs(2.0 * i / MOVES - 1);
      moves.add(() -> hand.sliders().forEach(each -> each.setValue(at(each, share))));
    }
    frames.times(moves.iterator());
  }

  private static double at(Slider slider, double share) {
    return slider.getMin() + share * (slider.getMax() - slider.getMin());
  }

  private void show(RunFolder run) {
    Hand.act(() -> model.open(run.path(), false));
    waitFor(
        () ->
            model.openRunProperty().get() != null
                && open().folder().path().equals(run.path())
                && !open().loadingProperty().get());
  }

  private void press(String button) {
    Hand.act(() -> ((ButtonBase) hand.find(button)).fire());
  }

  /** Waits; on a busy machine the first steps of a training take their time. */
  private static void waitFor(BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!Hand.fx(condition::getAsBoolean)) {
      if (since(begun).compareTo(PATIENCE) > 0) {
        throw new StudioException(Messages.text("bench.window.silent"));
      }
      Hand.rest(REST_MILLIS);
    }
  }

  private OpenRun open() {
    OpenRun run = model.openRunProperty().get();
    if (run == null) {
      throw new IllegalStateException("no run is open");
    }
    return run;
  }

  private boolean trains() {
    return open().statusProperty().get().state() == Training.State.RUNNING;
  }
}
