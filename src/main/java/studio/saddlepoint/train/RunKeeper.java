package studio.saddlepoint.train;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.run.ResumePoint;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Author;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.tensorboard.LiveEventFile;

/** The keeper of what a training leaves behind: its events, sample sheets and checkpoints. */
final class RunKeeper {
  private static final long CLOSEST_SHEETS = 10;

  private final RunFolder run;
  private final Consumer<Event> listener;
  private final LiveEventFile eventFile;
  private long lastSheet = -1;
  private Optional<Saved> saved = Optional.empty();
  private boolean untold;

  /** What a checkpoint of a training was made of: all else follows from these. */
  private record Saved(long step, Recipe recipe) {
    static Saved of(TrainingState training) {
      return new Saved(training.step(), training.recipe());
    }
  }

  RunKeeper(RunFolder run, Consumer<Event> listener) {
    this.run = run;
    this.listener = listener;
    eventFile = new LiveEventFile(run);
  }

  /** The training begins or goes on with a recipe. */
  void begin(Recipe recipe) {
    eventFile.of(recipe);
  }

  /** Writes an event to the run's log, and to its event file where it has one, then tells it. */
  void emit(Event event) {
    run.events().append(event);
    listener.accept(event);
    try {
      eventFile.take(event);
    } catch (StudioException e) {
      emit(eventFileFailed(event.step(), e));
    }
  }

  /** It is written no more, so that this is told once. */
  private static Event.Found eventFileFailed(long step, StudioException e) {
    return new Event.Found(
        Instant.now(),
        step,
        "tensorboard",
        "warning",
        "The event file for TensorBoard could not be written.",
        String.valueOf(e.getMessage()),
        "What is learnt does not depend on it, so the training goes on.",
        "When that is mended, switch it off and on again; saddlepoint export --tensorboard writes all of it.");
  }

  /** Ends the event file. */
  void close() {
    eventFile.close();
  }

  /** Tells an event of a run that is not kept. */
  void tellOnly(Event event) {
    listener.accept(event);
  }

  /** Tells the last event, written if the log can be. */
  void emitLast(Event event) {
    try {
      run.events().append(event);
    } finally {
      listener.accept(event);
    }
  }

  /**
   * The training goes on from a checkpoint: it is not written again before something changes. If
   * the process was killed between writing and telling it, it is told now. Changes told at its step
   * after it was written are not in it, so they are told to be undone. Newer checkpoints that
   * cannot be read are set aside, which is told too.
   */
  void goOnFrom(ResumePoint point) {
    Checkpoint checkpoint = point.checkpoint();
    long step = checkpoint.step();
    List<Event> told = run.events().since(step);
    saved = Optional.of(new Saved(step, checkpoint.recipe().inImages()));
    lastSheet = tells(told, Event.Sheet.class, step) ? step : -1;
    if (!tells(told, Event.Checkpointed.class, step)) {
      emit(checkpointed(step));
    }
    Map<String, String> changes = new HashMap<>();
    for (Event event : told) {
      if (event instanceof Event.Changed change && change.step() == step) {
        changes.put(change.key(), change.after());
      }
    }
    for (HyperParameter each : HyperParameters.all()) {
      String actual = each.format(each.get(checkpoint.recipe().inImages()));
      String last = changes.getOrDefault(each.key(), actual);
      if (!last.equals(actual)) {
        emit(new Event.Changed(Instant.now(), step, each.key(), last, actual, Author.PROGRAM));
      }
    }
    setAside(point);
  }

  private void setAside(ResumePoint point) {
    List<ResumePoint.Unread> unread = point.unread();
    if (unread.isEmpty()) {
      return;
    }
    String names =
        run.setAside(unread).stream()
            .map(each -> String.valueOf(each.getFileName()))
            .collect(Collectors.joining(", "));
    emit(
        new Event.Found(
            Instant.now(),
            point.checkpoint().step(),
            "checkpoint",
            "warning",
            String.format(
                Locale.ENGLISH,
                "%s could not be read, so the training goes on from step %,d.",
                unread.size() == 1 ? "A newer checkpoint" : unread.size() + " newer checkpoints",
                point.checkpoint().step()),
            unread.stream().map(ResumePoint.Unread::toString).collect(Collectors.joining("; "))
                + ".",
            "A copy that was cut off, a disk that fails, permissions, or another version of the program can be behind it.",
            "Nothing was deleted: they are in the folder checkpoints as "
                + names
                + ". To go on from one after all, stop, mend it and rename it back."));
  }

  private static boolean tells(List<Event> events, Class<? extends Event> kind, long step) {
    return events.stream().anyMatch(each -> kind.isInstance(each) && each.step() == step);
  }

  private static Event.Checkpointed checkpointed(long step) {
    return new Event.Checkpointed(Instant.now(), step, "step-" + step);
  }

  /**
   * Draws the sheet and saves the checkpoint that are due at a step.
   *
   * @param epochEnded whether all pictures were seen once more
   * @return a finding if the checkpoint cannot be written
   */
  Optional<Event.Found> keepDue(TrainingState training, boolean epochEnded) {
    Recipe recipe = training.recipe();
    long step = training.step();
    boolean endOfEpoch = epochEnded && step - lastSheet >= CLOSEST_SHEETS;
    boolean sheetDue = endOfEpoch || step % recipe.training().sampleEvery() == 0;
    Optional<Event.Found> unsheeted = sheetDue ? trySheet(training) : Optional.empty();
    boolean checkpointDue = step % recipe.training().checkpointEvery() == 0;
    Optional<Event.Found> unsaved = checkpointDue ? saveCheckpoint(training) : Optional.empty();
    return unsaved.or(() -> unsheeted);
  }

  /**
   * Saves the first checkpoint of a new training, before anything of it is told: one that can save
   * nothing is not begun.
   *
   * @throws StudioException if it cannot be written
   */
  void saveFirst(TrainingState training) {
    untold = save(training);
  }

  /** Saves a checkpoint; whether its weights are such that it should be kept. */
  private boolean save(TrainingState training) {
    Checkpoint checkpoint = training.save();
    if (!finite(checkpoint) || !Divergence.withinBounds(training)) {
      return false;
    }
    run.saveCheckpoint(checkpoint);
    saved = Optional.of(Saved.of(training));
    return true;
  }

  /**
   * Saves a checkpoint, unless it is there already, or its weights are out of bounds: then the last
   * good one stays.
   */
  Optional<Event.Found> saveCheckpoint(TrainingState training) {
    try {
      if (isSaved(training) ? untold : save(training)) {
        untold = false;
        emit(checkpointed(training.step()));
      }
      return Optional.empty();
    } catch (StudioException e) {
      return Optional.of(
          new Event.Found(
              Instant.now(),
              training.step(),
              "checkpoint",
              "error",
              "A checkpoint could not be written.",
              e.getMessage(),
              "Without checkpoints the steps made from here on could be lost, so the training waits.",
              "Resume when that is mended."));
    }
  }

  /** Somebody may have deleted it meanwhile. */
  private boolean isSaved(TrainingState training) {
    return saved.equals(Optional.of(Saved.of(training)))
        && run.checkpoints().stream()
            .anyMatch(each -> !each.best() && each.step() == training.step());
  }

  private static boolean finite(Checkpoint checkpoint) {
    return checkpoint.tensors().entrySet().stream()
        .filter(each -> !each.getKey().contains("optimizer"))
        .allMatch(each -> each.getValue().finite());
  }

  /** Draws the sheet of the step, unless it is there already; a finding if it cannot be kept. */
  Optional<Event.Found> trySheet(TrainingState training) {
    try {
      drawSheet(training);
      return Optional.empty();
    } catch (StudioException e) {
      return Optional.of(
          new Event.Found(
              Instant.now(),
              training.step(),
              "sheet",
              "error",
              "A sample sheet could not be written.",
              e.getMessage(),
              "Where no sheet can be written, checkpoints cannot be either, so the training waits.",
              "Resume when that is mended."));
    }
  }

  /** Draws the sheet of the step, unless it is there already. */
  void drawSheet(TrainingState training) {
    if (lastSheet == training.step()) {
      return;
    }
    Preview drawn = Preview.of(training);
    Event.Sheet sheet = drawn.sheet();
    String file = run.saveSheet(training.step(), drawn.pictures());
    lastSheet = training.step();
    emit(
        new Event.Sheet(
            Instant.now(),
            sheet.step(),
            file,
            sheet.columns(),
            sheet.rows(),
            sheet.averaged(),
            sheet.classes()));
  }

  /** The step of the newest sheet that is kept; below 0 where there is none. */
  long lastSheet() {
    return lastSheet;
  }
}
