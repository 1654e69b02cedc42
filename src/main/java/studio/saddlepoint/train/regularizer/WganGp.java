package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;

/**
 * Keeps the critic's gradient norm near 1 between real and generated pictures (Gulrajani et al.
 * 2017).
 */
record WganGp() implements Regularizer {
  @Override
  public String key() {
    return "penalty";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.gradientPenalty() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    NDArray norms = GradientPenalties.norms(input.criticOfReal(), between(input));
    input.tellGradientNorm("between", norms);
    return Optional.of(GradientPenalties.toTarget(norms, settings.gradientPenalty(), 1));
  }

  /** Points between the move's real and generated pictures. */
  static NDArray between(RegularizerInput input) {
    NDArray real = input.real().get().pictures();
    return GradientPenalties.interpolates(
        real,
        input.context().fake().pictures(),
        input.context().random().uniform(new Shape(real.getShape().get(0))));
  }
}
