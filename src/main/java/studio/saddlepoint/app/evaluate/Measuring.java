package studio.saddlepoint.app.evaluate;

import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.explore.SnapshotChoice;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;

/** Measures weights of a run. */
@FunctionalInterface
interface Measuring {
    /**
     * What was measured.
     *
     * @param step the weights' step
     * @param result the numbers
     */
    record Measured(long step, EvaluationResult result) {}

    /**
     * Measures, on the thread that calls it.
     *
     * @param subject which weights
     * @param request what and how
     * @param progress told how far it is, and where a cancel is seen
     */
    Measured measure(Subject subject, EvaluationRequest request, Progress progress)
            throws Exception;

    /**
     * Weights of a run.
     *
     * @param run the run
     * @param choice which step
     * @param averaged whether the averaged ones
     */
    record Subject(OpenRun run, SnapshotChoice choice, boolean averaged) {}
}
