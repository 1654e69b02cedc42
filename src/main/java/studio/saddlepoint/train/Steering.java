package studio.saddlepoint.train;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.ResumePoint;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.train.Trainer.State;
import studio.saddlepoint.train.progress.TimeLimit;

/** The wishes of a person for a training; all of it happens on its thread, between two steps. */
final class Steering {
  private final RunFolder run;
  private final RunKeeper keeper;
  private final LiveStatus standing;

  /** Changes asked for while the data set was being opened. */
  private final List<Runnable> early = new ArrayList<>();

  private String ending = "Stopped";
  private long singleSteps;

  /** Whether to wait at once when the training has begun. */
  private boolean pausedEarly;

  private Event.@Nullable Found last;
  private @Nullable TrainingSession session;

  Steering(RunFolder run, RunKeeper keeper, LiveStatus standing) {
    this.run = run;
    this.keeper = keeper;
    this.standing = standing;
  }

  /** Takes the training that is open now, with what was asked of it before. */
  void take(TrainingSession opened) {
    session = opened;
    early.forEach(Runnable::run);
  }

  /** The training has begun: does what was asked for while it was being opened. */
  void begun() {
    if (pausedEarly) {
      pause();
    }
  }

  /** Whether to make a step now; one that was asked for singly is counted off. */
  boolean wantsStep() {
    boolean single = singleSteps > 0;
    singleSteps = Math.max(0, singleSteps - 1);
    return single || standing.is(State.RUNNING);
  }

  void pause() {
    if (session != null && standing.is(State.RUNNING)) {
      standing.become(State.PAUSED, "Paused");
      saveCheckpoint();
      keeper.emit(new Event.Paused(Instant.now(), session.training().step()));
    } else if (standing.is(State.STARTING)) {
      pausedEarly = true;
    }
  }

  void resume() {
    pausedEarly = false;
    if (session != null && standing.is(State.PAUSED)) {
      standing.become(State.RUNNING, "");
      session.restartClock();
      keeper.emit(new Event.Resumed(Instant.now(), session.training().step()));
    }
  }

  void singleStep() {
    pause();
    if (standing.is(State.PAUSED) || pausedEarly) {
      singleSteps++;
    }
    if (standing.is(State.PAUSED)) {
      standing.say("Paused");
    }
  }

  void stop() {
    if (!standing.state().ended()) {
      standing.become(State.STOPPED);
    }
  }

  /** Lets a training that is not open yet, or runs, end after a time in place of its steps. */
  void trainFor(Duration time) {
    if (session == null) {
      early.add(() -> trainFor(time));
    } else {
      session.limit(new TimeLimit(time, System::nanoTime));
    }
  }

  /**
   * Ends a training whose steps are made or whose time is over. One with steps left is stopped, so
   * that they can be made later; one that made more than were planned says so in its recipe.
   */
  void finish() {
    long step = session.training().step();
    long steps = session.training().recipe().training().steps();
    if (step > steps) {
      HyperParameter planned = HyperParameters.of("training.steps");
      change(planned, planned.parse(Long.toString(step)), Author.PROGRAM);
    }
    standing.become(step < steps ? State.STOPPED : State.FINISHED);
    ending = session.limited() ? "The time is over" : "All steps are made";
  }

  /** Why it ended, for the log. */
  String endedBecause() {
    return ending;
  }

  void change(HyperParameter parameter, Object value) {
    change(parameter, value, Author.PERSON);
  }

  void change(HyperParameter parameter, Object value, Author author) {
    if (standing.state().ended()) {
      return;
    }
    if (session == null) {
      early.add(() -> change(parameter, value, author));
      return;
    }
    TrainingState training = session.training();
    Recipe recipe = training.recipe();
    String before = parameter.format(parameter.get(recipe));
    Recipe changed;
    try {
      changed = parameter.set(recipe, value).inImages();
    } catch (StudioException e) { // does not fit what was changed just before
      standing.say(e.getMessage());
      return;
    }
    String after = parameter.format(parameter.get(changed));
    if (!before.equals(after)) {
      try {
        session.change(changed);
      } catch (StudioException e) { // does not fit the data
        standing.say(e.getMessage());
        return;
      }
      standing.live(training.recipe());
      keeper.emit(
          new Event.Changed(
              Instant.now(), training.step(), parameter.key(), before, after, author));
    }
  }

  void rewind() {
    if (session == null || standing.state().ended()) {
      return;
    }
    Optional<ResumePoint> good;
    try {
      good = run.resumePoint();
    } catch (StudioException e) { // the weights in methodState may be all that is left
      standing.say(e.getMessage());
      standing.tell(session);
      return;
    }
    if (good.isEmpty()) {
      standing.say("There is no checkpoint to go back to: stop, and start a new run.");
      return;
    }
    session.goBack(good.get().checkpoint());
    TrainingState training = session.training();
    standing.live(training.recipe());
    standing.become(
        State.PAUSED, "Back at step " + training.step() + ": change what went wrong, then resume");
    keeper.begin(training.recipe());
    keeper.emit(new Event.Begun(Instant.now(), training.step(), standing.device(), true));
    keeper.goOnFrom(good.get());
    standing.tell(session);
  }

  /** The networks as they are now; empty where nothing is trained any more. */
  Optional<Checkpoint> networks() {
    return session == null || standing.state().ended()
        ? Optional.empty()
        : Optional.of(session.training().saveNetworks());
  }

  /** Waits for a person, who is told what was found. */
  void found(Event.Found finding) {
    last = finding;
    standing.become(State.PAUSED, finding.what() + " " + finding.advice());
    keeper.emit(finding);
    keeper.emit(new Event.Paused(Instant.now(), finding.step()));
  }

  /**
   * Saves a checkpoint; where that does not work, that is told, and a running training waits for a
   * person.
   */
  void saveCheckpoint() {
    if (session != null) {
      keeper.saveCheckpoint(session.training()).ifPresent(this::unsaved);
    }
  }

  private void unsaved(Event.Found trouble) {
    if (standing.is(State.RUNNING)) {
      found(trouble);
      return;
    }
    standing.say(trouble.evidence());
    boolean told =
        last != null && last.kind().equals(trouble.kind()) && last.step() == trouble.step();
    if (!told) {
      last = trouble;
      keeper.emit(trouble);
    }
  }
}
