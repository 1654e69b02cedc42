package studio.saddlepoint.app.evaluate;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.explore.SnapshotChoice;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.Curves;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.recipe.DataSettings;

/** Measures with the program's own evaluator. */
final class SnapshotMeasuring implements Measuring {
    private final Evaluator evaluator;
    private final Curves curves;

    SnapshotMeasuring(Home home) {
        evaluator = new Evaluator(home.caches());
        curves = new Curves(home.caches());
    }

    @Override
    public Measured measure(Subject subject, EvaluationRequest request, Progress progress)
            throws Exception {
        progress.report(Messages.text("evaluate.loading"), Double.NaN);
        try (Snapshot snapshot = open(subject, progress)) {
            return new Measured(
                    snapshot.step(),
                    evaluator.evaluate(
                            snapshot, subject.run().folder().recipe().data(), request, progress));
        }
    }

    @Override
    public Drawn draw(Subject subject, CurveKind kind, EvaluationRequest request, Progress progress)
            throws Exception {
        progress.report(Messages.text("evaluate.loading"), Double.NaN);
        try (Snapshot snapshot = open(subject, progress)) {
            DataSettings data = subject.run().folder().recipe().data();
            return new Drawn(
                    snapshot.step(),
                    switch (kind) {
                        case TRUNCATION ->
                                curves.precisionRecallOverTruncation(
                                        snapshot, data, request, progress);
                        case SAMPLES -> curves.fidAgainstN(snapshot, data, request, progress);
                    });
        }
    }

    /** Loads weights: of a checkpoint, or live ones when the training hands them over. */
    static Snapshot open(Subject subject, Progress progress) throws Exception {
        if (subject.choice() instanceof SnapshotChoice.Saved saved) {
            return Snapshot.load(subject.run().folder(), saved.checkpoint(), subject.averaged());
        }
        Training training =
                subject.run()
                        .training()
                        .orElseThrow(() -> new StudioException(Messages.text("snapshot.ended")));
        CompletableFuture<Snapshot> live = training.snapshot(subject.averaged());
        while (true) {
            try {
                return live.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.cancelled()) {
                    live.thenAccept(Snapshot::close);
                    progress.checkCancelled();
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
