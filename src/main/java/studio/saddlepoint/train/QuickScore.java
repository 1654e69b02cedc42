package studio.saddlepoint.train;

import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Evaluator;
import studio.saddlepoint.metrics.ExtractorChoice;
import studio.saddlepoint.metrics.Metric;
import studio.saddlepoint.recipe.Recipe;

/**
 * The FID by which a training chooses its best checkpoint: few samples, by the data set's own
 * classifier, or by pixels where there are no classes.
 */
record QuickScore(Home home) implements SelfEvaluation.Scorer {
    @Override
    public EvaluationResult score(
            Snapshot snapshot, Recipe recipe, boolean labelled, Progress progress) {
        EvaluationRequest request =
                new EvaluationRequest(
                        labelled ? new ExtractorChoice.Classifier() : new ExtractorChoice.Pixels(),
                        recipe.training().evaluateSamples(),
                        OptionalDouble.empty(),
                        Set.of(Metric.FID),
                        recipe.seed(),
                        false);
        return new Evaluator(home.caches()).evaluate(snapshot, recipe.data(), request, progress);
    }
}
