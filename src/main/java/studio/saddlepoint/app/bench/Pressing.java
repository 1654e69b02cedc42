package studio.saddlepoint.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.bench.AnswerTimes;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;

/** The presses of a measurement, in their order. On a thread of its own, not that of the window. */
final class Pressing {
  private static final List<String> PAGES = List.of("explore", "evaluate", "data", "train");
  private static final int DRAGS = 4;
  private static final double DRAGGED_PIXELS = 8;
  private static final int STOPPED_EVERY = 3;
  private static final long REST_MILLIS = 200;
  private static final int MOVES = 60;
  private static final int SETTLING_FRAMES = 30;
  private static final int STILL_FRAMES = 120;

  private final StudioModel model;
  private final Hand hand;
  private final Stopwatch watch;
  private final Frames frames;
  private final RunFolder other;
  private final Answers answers = new Answers();
  private boolean trains;

  /**
   * Presses.
   *
   * @param other a run to open in between
   */
  Pressing(StudioModel model, Hand hand, Stopwatch watch, Frames frames, RunFolder other) {
    this.model = model;
    this.hand = hand;
    this.watch = watch;
    this.frames = frames;
    this.other = other;
  }

  List<AnswerTimes> run(int rounds, Progress progress) {
    waitFor(() -> hand.sees("#rail-train"));
    progress.report("Training the first steps", Double.NaN);
    Hand.act(() -> model.train(Recipes.embedded().get(0).with("training.steps", 1_000_000L)));
    waitFor(() -> hasRun() && state() == Training.State.RUNNING && step() >= 2);
    RunFolder trained = Hand.fx(() -> open().folder());
    Hand.act(() -> open().stop());
    waitFor(() -> state().isFinal());
    look(trained, rounds, "At rest", progress.part(0, 0.4));
    Hand.act(() -> open().start());
    waitFor(this::makesSteps);
    trains = true;
    look(trained, rounds, "While a training runs", progress.part(0.4, 0.8));
    for (int i = 0; i < rounds; i++) {
      progress.checkCancelled();
      progress.report("Pause, step and stop", 0.8 + 0.2 * i / rounds);
      steer(i % STOPPED_EVERY == 0);
    }
    return answers.all();
  }

  private void look(RunFolder trained, int rounds, String stage, Progress progress) {
    // One round more, whose times are Java's compiler's.
    for (int i = -1; i < rounds; i++) {
      progress.checkCancelled();
      progress.report(stage, Math.max(0.0, i) / rounds);
      answers.count(i >= 0);
      click("theme", "#theme-switch", () -> model.settings().themeProperty().get());
      toggleSettings();
      PAGES.forEach(page -> go("page.anew", page));
      for (String page : PAGES) {
        go("page." + page, page);
        if (page.equals("explore")) {
          drag();
          dragAll();
        }
      }
      frames("frames.charts", Collections.nCopies(STILL_FRAMES, () -> {}));
      open(other);
      Hand.act(() -> model.open(trained.path(), false));
      waitFor(() -> isOpen(trained));
    }
  }

  private void toggleSettings() {
    Hand.act(() -> hand.over("#form-advanced"));
    boolean pressed = Hand.fx(this::advanced);
    double height = Hand.fx(this::formHeight);
    Hand.rest(REST_MILLIS);
    long[] times =
        watch.times(
            hand::click, List.of(() -> advanced() != pressed, () -> formHeight() != height));
    answers.add("settings", trains, times[0]);
    answers.add("settings.done", trains, times[1]);
  }

  private boolean advanced() {
    return ((ToggleButton) hand.find("#form-advanced")).isSelected();
  }

  private double formHeight() {
    return ((ScrollPane) hand.find(".form-scroll")).getContent().getBoundsInLocal().getHeight();
  }

  private void open(RunFolder run) {
    Hand.rest(REST_MILLIS);
    String answer = Messages.text("run.opening", PathNames.of(run.path()));
    long[] times =
        watch.times(
            () -> model.open(run.path(), false),
            List.of(() -> isOpen(run) || hand.reads(answer), () -> isOpen(run)));
    answers.add("open", trains, times[0]);
    answers.add("open.done", trains, times[1]);
  }

  private void go(String key, String page) {
    click(key, "#rail-" + page, () -> model.pageProperty().get());
  }

  private void drag() {
    waitFor(() -> hand.sees("#truncation .thumb"));
    Hand.act(() -> hand.grip("#truncation"));
    for (int i = 0; i < DRAGS; i++) {
      double way = i % 2 == 0 ? -DRAGGED_PIXELS : DRAGGED_PIXELS;
      double before = Hand.fx(this::truncation);
      time("slider", () -> hand.drag(way), () -> truncation() != before);
    }
    Hand.act(hand::letGo);
  }

  /** Drags every slider of Explore from end to end, a bit with each frame. */
  private void dragAll() {
    Hand.act(() -> click("#explore-tool-directions"));
    if (Hand.fx(() -> !hand.sees(".direction-row"))) {
      Hand.act(() -> click("#directions-find"));
      waitFor(() -> hand.sees(".direction-row"));
    }
    List<Runnable> moves = new ArrayList<>();
    for (String tool : List.of("#explore-tool-directions", "#explore-tool-look")) {
      moves.add(() -> click(tool));
      moves.addAll(Collections.nCopies(SETTLING_FRAMES, () -> {}));
      for (int i = 0; i <= MOVES; i++) {
        double share = Math.abs(2.0 * i / MOVES - 1);
        moves.add(
            () ->
                hand.sliders()
                    .forEach(
                        each ->
                            each.setValue(
                                each.getMin() + share * (each.getMax() - each.getMin()))));
      }
    }
    frames("frames.sliders", moves);
  }

  private void click(String button) {
    ((ButtonBase) hand.find(button)).fire();
  }

  private void frames(String key, List<Runnable> moves) {
    Hand.rest(REST_MILLIS);
    frames.times(moves.iterator()).forEach(each -> answers.add(key, trains, each));
  }

  private double truncation() {
    return ((Slider) hand.find("#truncation")).getValue();
  }

  /** What is done to a training. */
  private void steer(boolean stop) {
    steer(
        "pause",
        () -> hand.find("#run-pause").isDisabled(),
        () -> state() == Training.State.PAUSED);
    long before = Hand.fx(this::step);
    String answer = Messages.text("state.asked.step");
    steer("step", () -> step() > before || hand.reads(answer), () -> step() > before);
    Hand.act(() -> open().start());
    waitFor(this::makesSteps);
    if (stop) {
      steer("stop", () -> hand.find("#run-stop").isDisabled(), () -> state().isFinal());
      Hand.act(() -> open().start());
      waitFor(this::makesSteps);
    }
  }

  private void steer(String key, BooleanSupplier answered, BooleanSupplier done) {
    Hand.act(() -> hand.over("#run-" + key));
    Hand.rest(REST_MILLIS);
    long[] times = watch.times(hand::click, List.of(answered, done));
    answers.add(key, true, times[0]);
    answers.add(key + ".done", true, times[1]);
  }

  /** Presses a button that changes something. */
  private void click(String key, String button, Supplier<Object> what) {
    Hand.act(() -> hand.over(button));
    Object before = Hand.fx(what::get);
    time(key, hand::click, () -> !before.equals(what.get()));
  }

  private void time(String key, Runnable press, BooleanSupplier changed) {
    Hand.rest(REST_MILLIS);
    answers.add(key, trains, watch.times(press, List.of(changed))[0]);
  }

  private void waitFor(BooleanSupplier condition) {
    watch.times(() -> {}, List.of(condition));
  }

  private boolean hasRun() {
    return model.openRunProperty().get() != null;
  }

  private OpenRun open() {
    OpenRun run = model.openRunProperty().get();
    if (run == null) {
      throw new IllegalStateException("no run is open");
    }
    return run;
  }

  private boolean isOpen(RunFolder folder) {
    return hasRun()
        && open().folder().path().equals(folder.path())
        && !open().loadingProperty().get();
  }

  private Training.State state() {
    return open().statusProperty().get().state();
  }

  private long step() {
    return open().statusProperty().get().step();
  }

  /** Whether a training runs and has made a step, for its speed is told. */
  private boolean makesSteps() {
    return state() == Training.State.RUNNING && open().statusProperty().get().imagesPerSecond() > 0;
  }
}
