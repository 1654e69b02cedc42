package studio.saddlepoint.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.Precision;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.PrecisionProbe;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Makes an automatic precision a certain one, which the run keeps: bfloat16 where convolutions gain
 * by it on this processor, which a process of its own tries first, and then the training's own
 * steps do. What was measured is kept, so that the same networks have the same precision in every
 * run.
 */
final class PrecisionChoice {
  private static final Logger LOG = LoggerFactory.getLogger(PrecisionChoice.class);
  private static final String KEY = "training.precision";
  private static final String LOWERED = "bfloat16";
  private static final String EXACT = "float32";
  private static final String FILE = "precisions.json";

  /** Less is not worth the rounding. */
  private static final double GAIN = 1.1;

  private final MachineMeasures measures;
  private final StepContest contest;
  private final Predicate<Progress> processor;

  /**
   * A choice that is to be made.
   *
   * @param caches the program's folder for caches
   */
  PrecisionChoice(Path caches) {
    this(caches, System::nanoTime, PrecisionProbe::gains);
  }

  /**
   * With a clock and a processor.
   *
   * @param clock nanoseconds, asked before and after each step
   * @param processor whether its convolutions gain
   */
  PrecisionChoice(Path caches, LongSupplier clock, Predicate<Progress> processor) {
    this.measures = new MachineMeasures(caches, FILE);
    this.contest = new StepContest(clock);
    this.processor = processor;
  }

  /**
   * Chooses the precision of a training that begins.
   *
   * @param progress told what is done; may cancel it
   * @return the recipe with a certain precision; as it was where it names one
   */
  Recipe choose(Recipe recipe, DataSet data, Progress progress) {
    if (recipe.training().precision() != Precision.AUTO) {
      return recipe;
    }
    if (recipe.generator().architecture().dense()
        || TorchEngine.device(recipe.training().device()).isGpu()
        || !processor.test(progress)) {
      return recipe.with(KEY, EXACT);
    }
    String networks = StepContest.networks(recipe, data);
    Optional<JsonElement> known = measures.of(networks);
    if (known.isEmpty()) {
      progress.report("Measuring the faster precision", Double.NaN);
      double gain =
          contest.gain(recipe.with(KEY, EXACT), recipe.with(KEY, LOWERED), data, progress);
      LOG.info(
          "Steps of {} with bfloat16 take {} of the time with float32",
          recipe.name(),
          English.of("%.2f", 1 / gain));
      known = Optional.of(new JsonPrimitive(gain > GAIN ? LOWERED : EXACT));
      measures.keep(networks, known.get());
    }
    return recipe.with(KEY, known.get().getAsString());
  }
}
