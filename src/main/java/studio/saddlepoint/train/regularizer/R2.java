package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;

/**
 * Keeps the discriminator flat at generated pictures, gamma / 2 mean n_i^2 (Mescheder et al. 2018).
 */
record R2() implements Regularizer {
  @Override
  public String key() {
    return "penalty.r2";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.r2().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    NDArray squares =
        GradientPenalties.squaredNorms(input.criticOfFake(), input.context().fake().pictures());
    input.tellGradientNormOfSquares("fake", squares);
    return Optional.of(GradientPenalties.toZero(squares, settings.r2().weight() / 2));
  }
}
