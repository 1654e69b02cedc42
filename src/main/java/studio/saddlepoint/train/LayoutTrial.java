package studio.saddlepoint.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Which memory order of convolutions is faster for some networks on this computer: both are timed
 * for a few steps, in turns. What was measured is kept, so that the same networks have the same
 * order in every run, and with it the same numbers. The first checkpoint keeps it with the run.
 */
final class LayoutTrial {
  /** Images after which no trial makes clusters, which take longer than its steps. */
  private static final long NEVER = 1_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(LayoutTrial.class);
  private static final String KEY = "training.channelsLast";
  private static final String FILE = "memory-orders.json";

  /** For fewer pictures it is not worth its time. */
  private static final long LEAST_PICTURES = 20_000;

  private static final int WARM_UP = 2;
  private static final int TURNS = 7;

  /** Slow networks have fewer turns. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  /** What is hardly slower is not left: the order that the recipe names stays. */
  private static final double GAIN = 1.03;

  private final MachineMeasures measures;
  private final LongSupplier clock;

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
    this.clock = clock;
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
    String networks = networks(recipe, data);
    Optional<JsonElement> known = measures.of(networks);
    if (known.isEmpty()) {
      progress.report("Measuring the faster memory order", Double.NaN);
      double gain = gain(recipe, data, progress);
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

  /** The recipe for a few steps whose time is measured: no clusters are made on the way. */
  static Recipe withoutClusters(Recipe recipe) {
    return recipe.method().clustered() ? recipe.with("method.clusters.first", NEVER) : recipe;
  }

  private static String name(boolean channelsLast) {
    return channelsLast ? "Channels last" : "Channels first";
  }

  /** How much faster the order is that the recipe does not name; more than 1 where it is. */
  private double gain(Recipe recipe, DataSet data, Progress progress) {
    Recipe plain = withoutClusters(recipe);
    Recipe grown =
        recipe.method().growing().from() > 0 ? plain.with("method.growing.from", 0) : plain;
    long begun = clock.getAsLong();
    try (TrainingState named = new TrainingState(grown, data);
        TrainingState other =
            new TrainingState(grown.with(KEY, !recipe.training().channelsLast()), data);
        Batches batches = new Batches(data, recipe.seed(), 0, false)) {
      for (int i = 0; i < WARM_UP; i++) {
        nanos(named, batches);
        nanos(other, batches);
      }
      long[] without = new long[TURNS];
      long[] with = new long[TURNS];
      int turns = 0;
      while (turns < TURNS && (turns == 0 || clock.getAsLong() - begun < LONGEST.toNanos())) {
        progress.checkCancelled();
        without[turns] = nanos(named, batches);
        with[turns++] = nanos(other, batches);
      }
      return median(without, turns) / median(with, turns);
    }
  }

  private long nanos(TrainingState training, Batches batches) {
    long begun = clock.getAsLong();
    training.makeStep(batches);
    return clock.getAsLong() - begun;
  }

  private static double median(long[] nanos, int count) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }

  /** What the time of a step depends on, as far as the order matters to it. */
  private static String networks(Recipe recipe, DataSet data) {
    String settings =
        HyperParameters.all().stream()
            .filter(LayoutTrial::counts)
            .map(each -> each.key() + "=" + each.format(each.get(recipe)))
            .collect(Collectors.joining(" "));
    return English.of(
        "%s; %s; %s; %s; batch %d; %s",
        TorchEngine.describe(),
        TorchEngine.convolutions(),
        TorchEngine.device(recipe.training().device()),
        data.shape(),
        recipe.training().batchSize(),
        settings);
  }

  private static boolean counts(HyperParameter parameter) {
    String key = parameter.key();
    return List.of("generator.", "discriminator.", "method.").stream().anyMatch(key::startsWith)
        && !parameter.live()
        && !key.contains(".optimizer.");
  }
}
