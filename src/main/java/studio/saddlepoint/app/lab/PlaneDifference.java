package studio.saddlepoint.app.lab;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.lab.plane.NetworkSizes;
import studio.saddlepoint.lab.plane.PlanePenalty;
import studio.saddlepoint.lab.plane.PlaneSettings;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;

/** The one thing that a second plane has otherwise. */
enum PlaneDifference {
  NONE,
  R1,
  WASSERSTEIN,
  PAIRED,
  CRITIC_STEPS,
  NOISE,
  SGD,
  SLOWER,
  NO_MOMENTUM,
  WIDER;

  private static final double SLOWNESS = 5;

  /** The settings of the second plane. */
  PlaneSettings of(PlaneSettings first) {
    return switch (this) {
      case NONE -> first;
      case R1 -> first.with(PlanePenalty.R1.changes(0.1));
      case WASSERSTEIN -> {
        Map<String, Object> changes = new HashMap<>(PlanePenalty.GRADIENT_PENALTY.changes(0.1));
        changes.put("method.loss", Loss.WASSERSTEIN);
        yield first.with(changes);
      }
      case PAIRED -> first.with(Map.of("method.loss", Loss.RELATIVISTIC_PAIRED));
      case CRITIC_STEPS -> first.with(Map.of("method.criticSteps", 5));
      case NOISE -> first.with(Map.of("method.instanceNoise", 0.2));
      case SGD ->
          first.with(
              Map.of(
                  "generator.optimizer.kind", OptimizerKind.SGD,
                  "discriminator.optimizer.kind", OptimizerKind.SGD));
      case SLOWER ->
          first.with(
              Map.of(
                  "generator.optimizer.learningRate",
                  slower(first.recipe().generator().optimizer()),
                  "discriminator.optimizer.learningRate",
                  slower(first.recipe().discriminator().optimizer())));
      case NO_MOMENTUM ->
          first.with(
              Map.of("generator.optimizer.beta1", 0.0, "discriminator.optimizer.beta1", 0.0));
      case WIDER -> {
        NetworkSizes sizes = first.sizes();
        yield first.with(
            new NetworkSizes(
                sizes.generatorLayers(),
                NetworkSizes.MOST_WIDTH,
                sizes.discriminatorLayers(),
                NetworkSizes.MOST_WIDTH));
      }
    };
  }

  private static double slower(OptimizerSettings optimizer) {
    return optimizer.learningRate() / SLOWNESS;
  }

  /** What it is called. */
  String words() {
    return Messages.text("lab.plane.second." + name().toLowerCase(Locale.ROOT));
  }
}
