package studio.saddlepoint.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.HyperParameter;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.RecipeCheck;
import studio.saddlepoint.run.Checkpoint;
import studio.saddlepoint.run.Event;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;
import studio.saddlepoint.train.Trainer.State;

/**
 * The training thread's work, top to bottom: open, then step after step, with what was asked for in
 * between.
 */
final class TrainingLoop {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

    private final RunFolder run;
    private final Home home;
    private final SelfEvaluation.Scorer scorer;
    private final RunKeeper keeper;
    private final Requests requests = new Requests();

    /** Changes asked for while the data set was being opened. */
    private final List<Runnable> early = new ArrayList<>();

    private volatile Status status;
    private volatile Recipe live;

    private State state = State.STARTING;
    private String message = "";
    private String device = "";
    private long singleSteps;
    private @Nullable TrainingSession session;
    private @Nullable SelfEvaluation evaluation;
    private boolean begun;

    TrainingLoop(RunFolder run, Home home, SelfEvaluation.Scorer scorer, Consumer<Event> listener) {
        this.run = run;
        this.scorer = scorer;
        this.home = home;
        this.keeper = new RunKeeper(run, listener);
        live = run.recipe();
        status = unopened(State.STARTING, "Starting");
    }

    Status status() {
        return status;
    }

    /** The recipe with the live values of now; from any thread. */
    Recipe live() {
        return live;
    }

    /** Has work done between two steps, on the training thread. */
    void ask(Runnable work) {
        requests.add(work);
    }

    void run() {
        try (RunLock lock = run.lock()) {
            run(lock);
        } catch (RuntimeException | Error e) {
            fail(e);
            keeper.tellOnly(ended(message)); // who holds the lock writes the log
            tell();
        } finally {
            close();
            requests.run(); // what is asked of an ended training is told so
        }
    }

    private void run(RunLock lock) {
        try {
            open();
            train();
            end();
        } catch (RuntimeException | Error e) {
            fail(e);
            if (state == State.FAILED && !begun && run.deleteUnbegun(lock)) {
                keeper.tellOnly(ended(message));
            } else {
                tellEnd();
            }
            tell();
        }
    }

    private void open() {
        TorchEngine.start(this::tellProgress);
        Autograd.enable(true);
        Optional<Checkpoint> latest = run.latestCheckpoint();
        Recipe recipe = latest.map(Checkpoint::recipe).orElse(run.recipe());
        device = TorchEngine.device(recipe.training().device()).toString();
        DataSet data = TrainingData.open(recipe, home, this::tellProgress, this::stoppedMeanwhile);
        session = new TrainingSession(recipe, data, latest);
        live = recipe;
        RecipeCheck.warnings(recipe).forEach(LOG::warn);
        evaluation =
                new SelfEvaluation(
                        run,
                        scorer,
                        !data.classNames().isEmpty(),
                        training().step(),
                        this::emitLater,
                        () -> ask(() -> {}));
        keeper.emit(new Event.Begun(Instant.now(), training().step(), device, latest.isPresent()));
        begun = true;
        early.forEach(Runnable::run);
        if (latest.isEmpty()) {
            saveCheckpoint();
            keeper.drawSheet(training());
        }
        if (state == State.STARTING) {
            state = State.RUNNING;
        }
    }

    /** Whether the person stopped the training while its data set is being opened. */
    private boolean stoppedMeanwhile() {
        requests.run();
        return state == State.STOPPED;
    }

    private void train() {
        while (!state.ended()) {
            requests.run();
            if (state == State.RUNNING && training().step() >= recipe().training().steps()) {
                if (evaluation.measuresLast(training())) {
                    message = "Measuring the last step";
                    tell();
                    requests.await();
                } else {
                    state = State.FINISHED;
                }
            } else if (state == State.RUNNING || singleSteps > 0) {
                singleSteps = Math.max(0, singleSteps - 1);
                step();
            } else if (!state.ended()) {
                tell();
                requests.await();
            }
        }
    }

    private void step() {
        StepReport report = session.makeStep();
        long step = training().step();
        Map<String, Double> values = new HashMap<>(report.values());
        values.put("speed.imagesPerSecond", session.picturesPerSecond());
        keeper.emit(new Event.Scalars(Instant.now(), step, values));
        Divergence.of(report, step, recipe())
                .or(() -> Divergence.ofWeights(training()))
                .or(() -> keepDue(step))
                .ifPresent(this::found);
        tell();
    }

    /** What is due at this step: a sheet, a checkpoint, an evaluation. */
    private Optional<Event.Found> keepDue(long step) {
        Optional<Event.Found> trouble = keeper.keepDue(training(), session.epochEnded());
        evaluation.offerIfDue(training());
        return trouble;
    }

    void pause() {
        if (state == State.RUNNING) {
            state = State.PAUSED;
            message = "Paused";
            saveCheckpoint();
            keeper.emit(new Event.Paused(Instant.now(), training().step()));
        }
    }

    void resume() {
        if (state == State.PAUSED) {
            state = State.RUNNING;
            message = "";
            session.restartClock();
            keeper.emit(new Event.Resumed(Instant.now(), training().step()));
        }
    }

    void singleStep() {
        pause();
        if (state == State.PAUSED) {
            singleSteps++;
            message = "Paused";
        }
    }

    void stop() {
        if (!state.ended()) {
            state = State.STOPPED;
        }
    }

    void change(HyperParameter parameter, Object value) {
        if (state.ended()) {
            return;
        }
        if (session == null) {
            early.add(() -> change(parameter, value));
            return;
        }
        String before = parameter.format(parameter.get(recipe()));
        String after = parameter.format(value);
        if (!before.equals(after)) {
            try {
                training().change(parameter.set(recipe(), value));
            } catch (StudioException e) { // does not fit what was changed just before
                message = e.getMessage();
                return;
            }
            live = recipe();
            keeper.emit(
                    new Event.Changed(
                            Instant.now(), training().step(), parameter.key(), before, after));
        }
    }

    void rewind() {
        if (session == null || state.ended()) {
            return;
        }
        Optional<Checkpoint> good = run.latestCheckpoint();
        if (good.isEmpty()) {
            message = "There is no checkpoint to go back to: stop, and start a new run.";
            return;
        }
        session.goBack(good.get());
        live = recipe();
        state = State.PAUSED;
        message = "Back at step " + training().step() + ": change what went wrong, then resume";
        keeper.emit(new Event.Begun(Instant.now(), training().step(), device, true));
        tell();
    }

    /** The generators' weights, copied between two steps. */
    CompletableFuture<Checkpoint> generators() {
        CompletableFuture<Checkpoint> copied = new CompletableFuture<>();
        ask(
                () -> {
                    if (session == null || state.ended()) {
                        copied.completeExceptionally(
                                new StudioException(
                                        "The training has ended: open one of its checkpoints."));
                    } else {
                        copied.complete(training().saveGenerators());
                    }
                });
        if (status.state().ended()) {
            requests.run();
        }
        return copied;
    }

    private void found(Event.Found finding) {
        state = State.PAUSED;
        message = finding.what() + " " + finding.advice();
        keeper.emit(finding);
        keeper.emit(new Event.Paused(Instant.now(), training().step()));
    }

    private void saveCheckpoint() {
        Optional<Event.Found> trouble = keeper.saveCheckpoint(training());
        if (trouble.isPresent() && state == State.RUNNING) {
            found(trouble.get());
        } else if (trouble.isPresent()) {
            message = trouble.get().evidence();
            LOG.warn("{}", message);
        }
    }

    private void end() {
        if (training().step() > 0) {
            keeper.drawSheet(training());
            saveCheckpoint();
        }
        if (evaluation != null) {
            evaluation.close();
            requests.run();
        }
        keeper.emit(ended(state == State.FINISHED ? "All steps are made" : "Stopped"));
        message = "";
        tell();
    }

    private void fail(Throwable e) {
        boolean cancelled = e instanceof CancellationException && state == State.STOPPED;
        state = cancelled ? State.STOPPED : State.FAILED;
        message = cancelled ? "Stopped" : Failure.text(e);
        if (e instanceof StudioException) {
            LOG.error(message);
            LOG.debug("Where it failed", e);
        } else if (!cancelled) {
            LOG.error(message, e);
        }
    }

    private void tellEnd() {
        try {
            keeper.emitLast(ended(message));
        } catch (StudioException unwritable) {
            LOG.warn("The end could not be written to the run's log: {}", unwritable.getMessage());
        }
    }

    private Event.Ended ended(String reason) {
        return new Event.Ended(Instant.now(), session == null ? 0 : training().step(), reason);
    }

    private void close() {
        if (evaluation != null) {
            evaluation.close();
        }
        if (session != null) {
            session.close();
        }
    }

    private TrainingState training() {
        return session.training();
    }

    private Recipe recipe() {
        return training().recipe();
    }

    private void emitLater(Event event) {
        ask(() -> keeper.emit(event));
    }

    private void tellProgress(String stage, double fraction) {
        String text =
                Double.isNaN(fraction) ? stage : stage + " " + Math.round(fraction * 100) + " %";
        status = unopened(State.STARTING, text);
    }

    private void tell() {
        status =
                session == null ? unopened(state, message) : session.status(state, device, message);
    }

    private Status unopened(State now, String text) {
        return new Status(now, 0, live.training().steps(), 0, 0, Optional.empty(), device, text);
    }
}
