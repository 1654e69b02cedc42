package studio.saddlepoint.train;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Checkpoint;
import studio.saddlepoint.run.Event;
import studio.saddlepoint.run.RunFolder;

/** What a training leaves behind: its events, sample sheets and checkpoints. */
final class RunKeeper {
    private static final long CLOSEST_SHEETS = 10;

    private final RunFolder run;
    private final Consumer<Event> listener;
    private long lastSheet = -1;

    RunKeeper(RunFolder run, Consumer<Event> listener) {
        this.run = run;
        this.listener = listener;
    }

    /** Writes an event to the run's log, then tells it. */
    void emit(Event event) {
        run.events().append(event);
        listener.accept(event);
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
     * Draws the sheet and saves the checkpoint that are due at a step.
     *
     * @param epochEnded whether all pictures were seen once more
     * @return a finding if the checkpoint cannot be written
     */
    Optional<Event.Found> keepDue(TrainingState training, boolean epochEnded) {
        Recipe recipe = training.recipe();
        long step = training.step();
        boolean endOfEpoch = epochEnded && step - lastSheet >= CLOSEST_SHEETS;
        if (endOfEpoch || step % recipe.training().sampleEvery() == 0) {
            drawSheet(training);
        }
        return step % recipe.training().checkpointEvery() == 0
                ? saveCheckpoint(training)
                : Optional.empty();
    }

    /** Saves a checkpoint, unless its weights are out of bounds: then the last good one stays. */
    Optional<Event.Found> saveCheckpoint(TrainingState training) {
        try {
            Checkpoint checkpoint = training.save();
            if (finite(checkpoint) && Divergence.withinBounds(training)) {
                run.saveCheckpoint(checkpoint);
                emit(
                        new Event.Checkpointed(
                                Instant.now(), training.step(), "step-" + training.step()));
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
                            "Make room or restore the folder, then resume."));
        }
    }

    private static boolean finite(Checkpoint checkpoint) {
        return checkpoint.tensors().entrySet().stream()
                .filter(each -> !each.getKey().contains("optimizer"))
                .allMatch(each -> finite(each.getValue().floats()));
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Draws the sheet of the step, unless it is there already. */
    void drawSheet(TrainingState training) {
        if (lastSheet == training.step()) {
            return;
        }
        lastSheet = training.step();
        Recipe recipe = training.recipe();
        boolean averaged = recipe.generator().emaDecay() > 0;
        SheetMaker maker = new SheetMaker(recipe.seed(), recipe.training().sampleCount());
        String file =
                run.saveSheet(
                        training.step(),
                        maker.draw(
                                averaged ? training.average().generator() : training.generator(),
                                training.manager()));
        emit(
                new Event.Sheet(
                        Instant.now(),
                        training.step(),
                        file,
                        maker.columns(),
                        maker.rows(),
                        averaged));
    }
}
