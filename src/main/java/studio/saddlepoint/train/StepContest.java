package studio.saddlepoint.train;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.Batches;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Two ways to make the same training's steps, timed in turns.
 *
 * @param clock nanoseconds, asked before and after each step
 */
record StepContest(LongSupplier clock) {
  /** Images after which no trial makes clusters, which take longer than its steps. */
  private static final long NEVER = 1_000_000_000L;

  private static final int WARM_UP = 2;
  private static final int TURNS = 7;

  /** Slow networks have fewer turns. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  /**
   * How much faster the steps of the other recipe are; more than 1 where they are.
   *
   * @param progress may cancel it
   */
  double gain(Recipe recipe, Recipe otherwise, DataSet data, Progress progress) {
    long begun = clock.getAsLong();
    try (TrainingState named = new TrainingState(plain(recipe), data);
        TrainingState other = new TrainingState(plain(otherwise), data);
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

  /** The recipe for a few steps whose time is measured: grown, and without making clusters. */
  static Recipe plain(Recipe recipe) {
    Recipe grown =
        recipe.method().growing().from() > 0 ? recipe.with("method.growing.from", 0) : recipe;
    return grown.method().clustered() ? grown.with("method.clusters.first", NEVER) : grown;
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

  /** What the time of a step depends on, as far as memory and numbers matter to it. */
  static String networks(Recipe recipe, DataSet data) {
    String settings =
        HyperParameters.all().stream()
            .filter(StepContest::counts)
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
