package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * Holds both networks near the mean of their past weights (Salimans et al. 2016, section 3.3). The
 * past begins with the first move it is on.
 */
public record HistoricalAveraging() implements Regularizer {
  @Override
  public String key() {
    return "penalty.historicalAveraging";
  }

  @Override
  public String generatorKey() {
    return key() + ".generator";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.historicalAveraging().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    UpdateContext context = input.context();
    return Optional.of(
        penalty("discriminator", context.players().discriminator().weights(), context, settings));
  }

  @Override
  public Optional<NDArray> ofGenerator(RegularizerInput input, MethodSettings settings) {
    UpdateContext context = input.context();
    return Optional.of(
        penalty("generator", context.players().generator().weights(), context, settings));
  }

  private static NDArray penalty(
      String player, List<NDArray> weights, UpdateContext context, MethodSettings settings) {
    String count = "history." + player + ".count";
    List<NDArray> means = context.methodState().arrays("history." + player + ".", weights);
    double past = context.methodState().number(count, 1);
    NDArray penalty =
        Scalars.mul(distance(weights, means), (float) settings.historicalAveraging().weight());
    take(weights, means, past);
    context.methodState().remember(count, past + 1);
    return penalty;
  }

  /** The squared distance of weights from constants, summed. */
  public static NDArray distance(List<NDArray> weights, List<NDArray> means) {
    NDArray sum = weights.get(0).sub(means.get(0)).square().sum();
    for (int i = 1; i < weights.size(); i++) {
      sum = sum.add(weights.get(i).sub(means.get(i)).square().sum());
    }
    return sum;
  }

  /**
   * Takes weights into means, in place: mean + (weight - mean) / (count + 1).
   *
   * @param count values already in the means
   */
  public static void take(List<NDArray> weights, List<NDArray> means, double count) {
    Autograd.without(
        true,
        () -> {
          Ops.average(means, weights, count / (count + 1));
          return means;
        });
  }
}
