package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.train.step.RandomSource;

/** Keeps the gradient norm near 1 around real pictures (Kodali et al. 2017). */
record Dragan() implements Regularizer {
  @Override
  public String key() {
    return "penalty.dragan";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.dragan().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    NDArray real = input.real().get().pictures();
    RandomSource random = input.context().random();
    NDArray at =
        GradientPenalties.around(
            real,
            random.uniform(real.getShape()),
            random.uniform(new Shape(real.getShape().get(0))),
            settings.dragan().spread());
    NDArray norms = GradientPenalties.norms(input.criticOfReal(), at);
    input.tellGradientNorm("around", norms);
    return Optional.of(GradientPenalties.toTarget(norms, settings.dragan().weight(), 1));
  }
}
