package studio.saddlepoint.app.evaluate.human;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Problems;
import studio.saddlepoint.app.RunningTask;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.evaluate.human.Dealing.Dealt;
import studio.saddlepoint.app.evaluate.human.HumanSitting.Finished;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.human.HumanTest.Pace;
import studio.saddlepoint.run.event.ScoreCard;

/** The human test, picture by picture. Knows no controls; for the FX thread. */
public final class HumanModel {
  /** Where a test stands. */
  public enum Stage {
    /** It is being set up. */
    SETUP,
    /** Its pictures are being made. */
    DEALING,
    /** Waits for the person, before the first picture and after an interruption. */
    READY,
    /** Nothing is shown for a moment, so that the eye is ready; only where time is limited. */
    GAP,
    /** A picture is shown. */
    SHOWN,
    /** It has been shown long enough; the answer is awaited. */
    MASKED,
    /** All answers are given. */
    RESULT
  }

  /** Lengths of a test, in pictures. */
  static final List<Integer> COUNTS = List.of(20, 50, 100, 200);

  static final Duration GAP = Duration.ofMillis(500);

  private final StudioModel studio;
  private final Dealing dealing;
  private final LongSupplier clock;
  private final Runnable kept;
  private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(50);
  private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.UNTIMED);
  private final DoubleProperty threshold = new SimpleDoubleProperty(Double.POSITIVE_INFINITY);
  private final ObjectProperty<WTruncation> inW = new SimpleObjectProperty<>(WTruncation.NONE);
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.SETUP);
  private final ReadOnlyObjectWrapper<@Nullable RunningTask<Dealt>> task =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Finished> finished = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper answered = new ReadOnlyIntegerWrapper();
  private @Nullable HumanSitting sitting;
  private boolean begun;
  private long since;

  /**
   * No test yet.
   *
   * @param clock nanoseconds
   * @param kept told when a result was kept with its run
   */
  public HumanModel(StudioModel studio, Dealing dealing, LongSupplier clock, Runnable kept) {
    this.studio = studio;
    this.dealing = dealing;
    this.clock = clock;
    this.kept = kept;
    studio
        .openRunProperty()
        .addListener(
            (p, old, now) -> {
              threshold.set(Double.POSITIVE_INFINITY); // another run may have the other kind
              inW.set(WTruncation.NONE);
              reset();
            });
  }

  /** How many pictures a test has, half of them real. */
  ObjectProperty<Integer> countProperty() {
    return count;
  }

  /** How long pictures are shown. */
  ObjectProperty<Pace> paceProperty() {
    return pace;
  }

  /** Truncation of the generated pictures; infinite for none. */
  DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** Truncation of the generated pictures in w, where there is a mapping network. */
  ObjectProperty<WTruncation> inWProperty() {
    return inW;
  }

  /** Where the test stands. */
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** The making of the pictures, while that goes on. */
  ReadOnlyObjectProperty<@Nullable RunningTask<Dealt>> taskProperty() {
    return task.getReadOnlyProperty();
  }

  /** The test that was finished last. */
  ReadOnlyObjectProperty<@Nullable Finished> finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  /** What went wrong; empty when nothing did. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether pictures are being shown, or about to be. */
  public boolean testing() {
    return switch (stage.get()) {
      case READY, GAP, SHOWN, MASKED -> true;
      case SETUP, DEALING, RESULT -> false;
    };
  }

  /** Whether this test limits the time that a picture is seen. */
  boolean timed() {
    HumanSitting now = sitting;
    return now != null && now.timed();
  }

  /** Whether the test that waits for the person was begun before, and was interrupted. */
  boolean paused() {
    return begun && stage.get() == Stage.READY;
  }

  /** How many answers were given. */
  ReadOnlyIntegerProperty answeredProperty() {
    return answered.getReadOnlyProperty();
  }

  /** The test that goes on. */
  HumanSitting sitting() {
    HumanSitting now = sitting;
    if (now == null) {
      throw new IllegalStateException("no test");
    }
    return now;
  }

  /** Makes a test's pictures and then waits for the person. */
  void start(Subject chosen) {
    problem.set("");
    Subject next = chosen.with(inW.get());
    HumanSitting.Asked asked =
        new HumanSitting.Asked(
            next,
            count.get(),
            pace.get(),
            Double.isInfinite(threshold.get())
                ? OptionalDouble.empty()
                : OptionalDouble.of(threshold.get()),
            clock.getAsLong());
    RunningTask<Dealt> made =
        studio
            .tasks()
            .run(
                Messages.text("human.task"),
                progress ->
                    dealing.deal(
                        next, asked.pictures(), asked.truncation(), asked.seed(), progress));
    task.set(made);
    stage.set(Stage.DEALING);
    made.onDone(deck -> dealt(made, new HumanSitting(asked, deck)))
        .onFailed(
            error -> {
              if (task.get() == made) {
                problem.set(Problems.describe(error));
                reset();
              }
            })
        .onCancelled(
            () -> {
              if (task.get() == made) {
                reset();
              }
            });
  }

  private void dealt(RunningTask<Dealt> made, HumanSitting next) {
    if (task.get() == made) {
      task.set(null);
      sitting = next;
      begun = false;
      answered.set(0);
      stage.set(Stage.READY);
    }
  }

  /** The person is ready. */
  void begin() {
    if (stage.get() == Stage.READY) {
      begun = true;
      next();
    }
  }

  private void next() {
    since = clock.getAsLong();
    stage.set(timed() ? Stage.GAP : Stage.SHOWN);
  }

  /** Time passes: shows the picture after the gap, and hides it after its exposure. */
  void tick() {
    long passed = clock.getAsLong() - since;
    if (stage.get() == Stage.GAP && passed >= GAP.toNanos()) {
      since += passed;
      stage.set(Stage.SHOWN);
    } else if (stage.get() == Stage.SHOWN && timed() && passed >= sitting().exposure().toNanos()) {
      stage.set(Stage.MASKED);
    }
  }

  /** Takes an answer, where one is awaited. */
  void answer(boolean saidReal) {
    HumanSitting now = sitting;
    if (now == null || stage.get() != Stage.SHOWN && stage.get() != Stage.MASKED) {
      return;
    }
    now.answer(saidReal, Duration.ofNanos(clock.getAsLong() - since));
    if (now.complete()) {
      finish(now.finished());
    } else {
      next();
      answered.set(now.answered());
    }
  }

  /** The page is left: waits for the person, who sees the picture anew when they come back. */
  public void interrupt() {
    if (testing()) {
      stage.set(Stage.READY);
    }
  }

  /** Ends the test, or leaves its result; an unfinished one keeps nothing. */
  void reset() {
    RunningTask<Dealt> making = task.get();
    if (making != null) {
      making.cancel();
    }
    task.set(null);
    stage.set(Stage.SETUP);
    sitting = null;
    answered.set(0);
    finished.set(null);
  }

  private void finish(Finished done) {
    finished.set(done);
    stage.set(Stage.RESULT);
    ScoreCard card = done.score(Instant.now());
    studio
        .tasks()
        .run(
            Messages.text("human.keeping"),
            progress -> {
              done.run().folder().saveScore(card);
              return card;
            })
        .onDone(saved -> kept.run())
        .onFailed(error -> problem.set(Problems.describe(error)));
  }
}
