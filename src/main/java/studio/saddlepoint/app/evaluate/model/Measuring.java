package studio.saddlepoint.app.evaluate.model;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.Curve;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.record.CurveRecord;
import studio.saddlepoint.metrics.record.MetricCurveKind;

/** Measures weights of a run. */
@FunctionalInterface
public interface Measuring {
  /**
   * What was measured.
   *
   * @param step the weights' step
   * @param results the numbers, of each extractor
   */
  record Measured(long step, List<EvaluationResult> results) {}

  /**
   * A curve that was measured.
   *
   * @param step the weights' step
   * @param curve the points
   */
  record Drawn(long step, Curve curve) {
    /** As it is kept. */
    public CurveRecord record(boolean averaged) {
      return new CurveRecord(step, averaged, curve);
    }
  }

  /**
   * Measures, on the thread that calls it.
   *
   * @param subject which weights
   * @param requests what and how, one for each extractor
   * @param real what to compare with
   * @param progress told how far it is, and where a cancel is seen
   */
  Measured measure(
      Subject subject, List<EvaluationRequest> requests, RealChoice real, Progress progress)
      throws Exception;

  /**
   * Measures a curve, on the thread that calls it.
   *
   * @param subject which weights
   * @param kind which curve
   * @param against which part of the run's data set to compare with
   * @param request how; its metrics are not used
   * @param progress told how far it is, and where a cancel is seen
   */
  default Drawn draw(
      Subject subject,
      MetricCurveKind kind,
      Split against,
      EvaluationRequest request,
      Progress progress)
      throws Exception {
    throw new StudioException("There are no curves here.");
  }

  /**
   * What the effort depends on, on the thread that calls it; empty where that is not known.
   *
   * @param run whose data set is looked at
   */
  default Optional<Situation> situation(OpenRun run) throws Exception {
    return Optional.empty();
  }

  /**
   * Tries how fast this computer is now, on the thread that calls it.
   *
   * @param subject which weights to try it with
   * @param progress told what is done, and where a cancel is seen
   */
  default void tryOut(Subject subject, Progress progress) throws Exception {}

  /**
   * Weights of a run.
   *
   * @param run the run
   * @param choice which step
   * @param averaged whether the averaged ones
   * @param inW how their codes are truncated in w
   */
  record Subject(OpenRun run, SnapshotChoice choice, boolean averaged, WTruncation inW) {
    /** The same of another truncation in w. */
    public Subject with(WTruncation other) {
      return new Subject(run, choice, averaged, other);
    }
  }
}
