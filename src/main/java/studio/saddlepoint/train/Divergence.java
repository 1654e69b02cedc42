package studio.saddlepoint.train;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Event;

/** Tells when a training has left the numbers that can be trained on. */
final class Divergence {
    /** Losses beyond this come from weights that have exploded, long before they overflow. */
    private static final double EXPLODED = 1e8;

    private Divergence() {}

    /** A finding if the step's numbers are not finite, or far out. */
    static Optional<Event.Found> of(StepReport report, long step, Recipe recipe) {
        for (Map.Entry<String, Double> entry : report.values().entrySet()) {
            double value = entry.getValue();
            if (Double.isNaN(value) || Math.abs(value) > EXPLODED) {
                return Optional.of(finding(entry.getKey(), value, step, recipe));
            }
        }
        return Optional.empty();
    }

    private static Event.Found finding(String key, double value, long step, Recipe recipe) {
        boolean finite = Double.isFinite(value);
        return new Event.Found(
                Instant.now(),
                step,
                "diverged",
                "error",
                finite
                        ? "The training has diverged."
                        : "The training has diverged: its numbers are not finite any more.",
                String.format(
                        Locale.ENGLISH,
                        "%s is %.3g at step %,d, with learning rates %.3g (generator) and %.3g (discriminator).",
                        key,
                        value,
                        step,
                        recipe.generator().optimizer().learningRate(),
                        recipe.discriminator().optimizer().learningRate()),
                "Steps larger than the loss surface is smooth throw the weights so far out that nothing brings them back.",
                "Go back to the last good checkpoint and lower the learning rates; 2e-4 is usual for Adam.");
    }
}
