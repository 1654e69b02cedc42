package studio.saddlepoint.train;

import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.recipe.Recipe;

/**
 * The measure that a training takes of itself: FID, by which it chooses its best checkpoint, and
 * precision and recall, of few samples, by the data set's own classifier, or by pixels where there
 * are no classes. Without intervals, which would take the training's processors.
 */
record QuickScore(Home home) implements SelfEvaluation.Scorer {
  @Override
  public EvaluationResult score(
      Snapshot snapshot, Recipe recipe, boolean labelled, Progress progress) {
    EvaluationRequest request =
        new EvaluationRequest(
            labelled ? ClassifierKind.CLASSIFIER.usual() : PixelKind.PIXELS.usual(),
            recipe.training().evaluateSamples(),
            OptionalDouble.empty(),
            Set.of(FidMetric.FID, PrecisionRecallMetric.PRECISION_RECALL),
            recipe.seed(),
            false);
    return new Evaluator(home.caches()).evaluate(snapshot, recipe.data(), request, progress);
  }
}
