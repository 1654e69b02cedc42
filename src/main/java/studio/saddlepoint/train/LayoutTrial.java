package studio.saddlepoint.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.Recipe;

/**
 * Which memory order of convolutions is faster for some networks on this computer: both are timed
 * for a few steps, in turns. What was measured is kept, so that the same networks have the same
 * order in every run, and with it the same numbers. The first checkpoint keeps it with the run.
 */
final class LayoutTrial {
  private static final Logger LOG = LoggerFactory.getLogger(LayoutTrial.class);
  private static final String KEY = "training.channelsLast";
  private static final String FILE = "memory-orders.json";

  /** For fewer pictures it is not worth its time. */
  private static final long LEAST_PICTURES = 20_000;

  /** What is hardly slower is not left: the order that the recipe names stays. */
  private static final double GAIN = 1.03;

  private final MachineMeasures measures;
  private final StepContest contest;

  /**
   * A trial that has not begun.
   *
   * @param caches the program's folder for caches
   */
  LayoutTrial(Path caches) {
    this(caches, System::nanoTime);
  }

  /**
   * With a clock.
   *
   * @param clock nanoseconds, asked before and after each step
   */
  LayoutTrial(Path caches, LongSupplier clock) {
    this.measures = new MachineMeasures(caches, FILE);
    this.contest = new StepContest(clock);
  }

  /**
   * Chooses the order of a training that begins.
   *
   * @param progress told what is done; may cancel it
   * @return the recipe with the faster order; as it was where it is not to be measured
   */
  Recipe choose(Recipe recipe, DataSet data, Progress progress) {
    long pictures = recipe.training().steps() * recipe.training().batchSize();
    boolean named = recipe.training().channelsLast();
    if (!recipe.training().measureLayout()
        || pictures < LEAST_PICTURES
        || recipe.generator().architecture().dense()) {
      return recipe;
    }
    String networks = StepContest.networks(recipe, data);
    Optional<JsonElement> known = measures.of(networks);
    if (known.isEmpty()) {
      progress.report("Measuring the faster memory order", Double.NaN);
      double gain = contest.gain(recipe, recipe.with(KEY, !named), data, progress);
      LOG.info(
          "{} {} than {} for {}: {} of its time",
          name(!named),
          gain > 1 ? "is faster" : "is no faster",
          name(named),
          recipe.name(),
          English.of("%.2f", 1 / gain));
      known = Optional.of(new JsonPrimitive(gain > GAIN ? !named : named));
      measures.keep(networks, known.get());
    }
    return recipe.with(KEY, known.get().getAsBoolean());
  }

  private static String name(boolean channelsLast) {
    return channelsLast ? "Channels last" : "Channels first";
  }
}
