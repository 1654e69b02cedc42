package studio.saddlepoint.train;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.recipe.HyperParameter;
import studio.saddlepoint.recipe.Recipe;
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
    private static final long CLOSEST_SHEETS = 10;

    private final RunFolder run;
    private final Home home;
    private final SelfEvaluation.Scorer scorer;
    private final Consumer<Event> listener;
    private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();

    /** Changes asked for while the data set was being opened. */
    private final List<Runnable> early = new ArrayList<>();

    private final Semaphore wake = new Semaphore(0);
    private final Throughput throughput = new Throughput();
    private volatile Status status;

    private State state = State.STARTING;
    private String message = "";
    private String device = "";
    private long singleSteps;
    private long epoch;
    private long batchesPerEpoch = 1;
    private long lastSheet = -1;
    private @org.jspecify.annotations.Nullable DataSet data;
    private @org.jspecify.annotations.Nullable Batches batches;
    private @org.jspecify.annotations.Nullable TrainingState training;
    private @org.jspecify.annotations.Nullable SelfEvaluation evaluation;

    TrainingLoop(RunFolder run, Home home, SelfEvaluation.Scorer scorer, Consumer<Event> listener) {
        this.run = run;
        this.scorer = scorer;
        this.home = home;
        this.listener = listener;
        status =
                new Status(
                        State.STARTING,
                        0,
                        run.recipe().training().steps(),
                        0,
                        0,
                        Optional.empty(),
                        "",
                        "Starting");
    }

    Status status() {
        return status;
    }

    /** Has work done between two steps, on the training thread. */
    void ask(Runnable work) {
        asked.add(work);
        wake.release();
    }

    void run() {
        try (RunLock lock = run.lock()) {
            open();
            train();
            end();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            close();
            asked.forEach(Runnable::run); // what is asked of an ended training is told so
        }
    }

    private void open() {
        TorchEngine.start(this::tellProgress);
        Autograd.enable(true);
        Optional<Checkpoint> latest = run.latestCheckpoint();
        Recipe recipe = latest.map(Checkpoint::recipe).orElse(run.recipe());
        device = TorchEngine.device(recipe.training().device()).toString();
        data =
                DataSets.open(
                        recipe.data().source(),
                        recipe.data().size(),
                        Split.TRAIN,
                        home.caches(),
                        new Progress() {
                            @Override
                            public void report(String stage, double fraction) {
                                tellProgress(stage, fraction);
                            }

                            @Override
                            public boolean cancelled() {
                                drain();
                                return state == State.STOPPED;
                            }
                        });
        requireTrainable(data, recipe);
        batchesPerEpoch = Batches.batchesPerEpoch(data.size(), recipe.training().batchSize());
        training = new TrainingState(recipe, data);
        latest.ifPresent(training::restore);
        evaluation = new SelfEvaluation(run, scorer, !data.classNames().isEmpty(), this::emitLater);
        openBatches();
        emit(new Event.Begun(Instant.now(), training.step(), device, latest.isPresent()));
        early.forEach(Runnable::run);
        if (latest.isEmpty()) {
            saveCheckpoint();
            drawSheet();
        }
        if (state == State.STARTING) {
            state = State.RUNNING;
        }
    }

    private static void requireTrainable(DataSet data, Recipe recipe) {
        if (data.size() < recipe.training().batchSize()) {
            throw new StudioException(
                    "The data set "
                            + data.name()
                            + " has "
                            + data.size()
                            + " pictures, fewer than training.batchSize ("
                            + recipe.training().batchSize()
                            + "): lower the batch size.");
        }
        if (recipe.method().conditional() && data.classNames().size() < 2) {
            throw new StudioException(
                    "method.conditional needs classes, but the data set "
                            + data.name()
                            + " has none: switch it off, or sort the images into one sub-folder a class.");
        }
    }

    private void train() {
        while (!state.ended()) {
            drain();
            if (state == State.RUNNING && training.step() >= recipe().training().steps()) {
                state = State.FINISHED;
            } else if (state == State.RUNNING || singleSteps > 0) {
                singleSteps = Math.max(0, singleSteps - 1);
                step();
            } else if (!state.ended()) {
                tell();
                wake.acquireUninterruptibly();
                wake.drainPermits();
            }
        }
    }

    private void step() {
        long before = training.batchIndex();
        StepReport report = TrainingStep.make(training, batches);
        long step = training.step();
        throughput.step(
                System.nanoTime(),
                (training.batchIndex() - before) * recipe().training().batchSize());
        Map<String, Double> values = new HashMap<>(report.values());
        values.put("speed.imagesPerSecond", throughput.picturesPerSecond());
        emit(new Event.Scalars(Instant.now(), step, values));
        Optional<Event.Found> diverged = Divergence.of(report, step, recipe());
        if (diverged.isPresent()) {
            found(diverged.get());
        } else {
            keep(step);
        }
        tell();
    }

    /** Sheets, checkpoints and evaluations that are due. */
    private void keep(long step) {
        long now = training.batchIndex() / batchesPerEpoch;
        boolean epochEnded = now > epoch && step - lastSheet >= CLOSEST_SHEETS;
        epoch = now;
        if (epochEnded || step % recipe().training().sampleEvery() == 0) {
            drawSheet();
        }
        if (step % recipe().training().checkpointEvery() == 0) {
            saveCheckpoint();
        }
        long evaluateEvery = recipe().training().evaluateEvery();
        if (evaluateEvery > 0 && step % evaluateEvery == 0) {
            evaluation.offer(training::save);
        }
    }

    void pause() {
        if (state == State.RUNNING) {
            state = State.PAUSED;
            message = "Paused";
            saveCheckpoint();
            emit(new Event.Paused(Instant.now(), training.step()));
        }
    }

    void resume() {
        if (state == State.PAUSED) {
            state = State.RUNNING;
            message = "";
            throughput.restart();
            emit(new Event.Resumed(Instant.now(), training.step()));
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
        if (training == null) {
            early.add(() -> change(parameter, value));
            return;
        }
        String before = parameter.format(parameter.get(recipe()));
        String after = parameter.format(value);
        if (!before.equals(after)) {
            training.change(parameter.set(recipe(), value));
            emit(new Event.Changed(Instant.now(), training.step(), parameter.key(), before, after));
        }
    }

    void rewind() {
        if (training == null || state.ended()) {
            return;
        }
        Optional<Checkpoint> good = run.latestCheckpoint();
        if (good.isEmpty()) {
            message = "There is no checkpoint to go back to: stop, and start a new run.";
            return;
        }
        training.restore(good.get());
        openBatches();
        state = State.PAUSED;
        message = "Back at step " + training.step() + ": change what went wrong, then resume";
        emit(new Event.Begun(Instant.now(), training.step(), device, true));
        tell();
    }

    /** The generators' weights, copied between two steps. */
    CompletableFuture<Checkpoint> generators() {
        CompletableFuture<Checkpoint> copied = new CompletableFuture<>();
        ask(
                () -> {
                    if (training == null || state.ended()) {
                        copied.completeExceptionally(
                                new StudioException(
                                        "The training has ended: open one of its checkpoints."));
                    } else {
                        copied.complete(training.saveGenerators());
                    }
                });
        if (status.state().ended()) {
            drain();
        }
        return copied;
    }

    private void found(Event.Found finding) {
        state = State.PAUSED;
        message = finding.what() + " " + finding.advice();
        emit(finding);
        emit(new Event.Paused(Instant.now(), training.step()));
    }

    private void saveCheckpoint() {
        try {
            Checkpoint checkpoint = training.save();
            if (!finite(checkpoint)) {
                return; // the last good checkpoint stays
            }
            run.saveCheckpoint(checkpoint);
            emit(new Event.Checkpointed(Instant.now(), training.step(), "step-" + training.step()));
        } catch (StudioException e) {
            if (state == State.RUNNING) {
                found(
                        new Event.Found(
                                Instant.now(),
                                training.step(),
                                "checkpoint",
                                "error",
                                "A checkpoint could not be written.",
                                e.getMessage(),
                                "Without checkpoints the steps made from here on could be lost, so the training waits.",
                                "Make room or restore the folder, then resume."));
            } else {
                message = e.getMessage();
                LOG.warn("{}", e.getMessage());
            }
        }
    }

    private static boolean finite(Checkpoint checkpoint) {
        return checkpoint.tensors().entrySet().stream()
                .filter(each -> !each.getKey().contains("optimizer"))
                .allMatch(
                        each -> {
                            for (float value : each.getValue().floats()) {
                                if (!Float.isFinite(value)) {
                                    return false;
                                }
                            }
                            return true;
                        });
    }

    private void drawSheet() {
        boolean averaged = recipe().generator().emaDecay() > 0;
        SheetMaker maker = new SheetMaker(recipe().seed(), recipe().training().sampleCount());
        lastSheet = training.step();
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

    private void openBatches() {
        if (batches != null) {
            batches.close();
        }
        batches =
                new Batches(
                        data,
                        recipe().training().batchSize(),
                        recipe().seed(),
                        training.batchIndex(),
                        recipe().data().mirror());
        epoch = training.batchIndex() / batchesPerEpoch;
        throughput.restart();
    }

    private void end() {
        if (training.step() > 0) {
            if (lastSheet != training.step()) {
                drawSheet();
            }
            saveCheckpoint();
        }
        if (evaluation != null) {
            evaluation.close();
            drain();
        }
        emit(
                new Event.Ended(
                        Instant.now(),
                        training.step(),
                        state == State.FINISHED ? "All steps are made" : "Stopped"));
        message = "";
        tell();
    }

    private void fail(Throwable e) {
        boolean cancelled =
                e instanceof java.util.concurrent.CancellationException && state == State.STOPPED;
        state = cancelled ? State.STOPPED : State.FAILED;
        message =
                cancelled
                        ? "Stopped"
                        : e instanceof StudioException
                                ? e.getMessage()
                                : "The training failed: " + e;
        if (e instanceof StudioException) {
            LOG.error(message);
            LOG.debug("Where it failed", e);
        } else if (!cancelled) {
            LOG.error(message, e);
        }
        Event.Ended event =
                new Event.Ended(Instant.now(), training == null ? 0 : training.step(), message);
        try {
            emit(event);
        } catch (RuntimeException unwritable) {
            LOG.warn("The end could not be written to the run's log: {}", unwritable.getMessage());
            listener.accept(event);
        }
        tell();
    }

    private void close() {
        if (evaluation != null) {
            evaluation.close();
        }
        if (batches != null) {
            batches.close();
        }
        if (training != null) {
            training.close();
        }
    }

    private Recipe recipe() {
        return training.recipe();
    }

    private void drain() {
        Runnable next = asked.poll();
        while (next != null) {
            next.run();
            next = asked.poll();
        }
    }

    private void emit(Event event) {
        run.events().append(event);
        listener.accept(event);
    }

    private void emitLater(Event event) {
        ask(() -> emit(event));
    }

    private void tellProgress(String stage, double fraction) {
        status =
                new Status(
                        State.STARTING,
                        0,
                        run.recipe().training().steps(),
                        0,
                        0,
                        Optional.empty(),
                        device,
                        Double.isNaN(fraction)
                                ? stage
                                : stage + " " + Math.round(fraction * 100) + " %");
    }

    private void tell() {
        boolean running = state == State.RUNNING;
        double stepsPerSecond = running ? throughput.stepsPerSecond() : 0;
        long steps =
                training == null ? run.recipe().training().steps() : recipe().training().steps();
        long step = training == null ? 0 : training.step();
        Optional<Duration> eta =
                stepsPerSecond > 0
                        ? Optional.of(
                                Duration.ofMillis((long) ((steps - step) * 1000 / stepsPerSecond)))
                        : Optional.empty();
        status =
                new Status(
                        state,
                        step,
                        steps,
                        epoch,
                        running ? throughput.picturesPerSecond() : 0,
                        eta,
                        device,
                        message);
    }
}
