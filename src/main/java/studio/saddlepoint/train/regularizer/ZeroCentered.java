package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;

/** Keeps the gradient between real and generated pictures near 0 (Thanh-Tung et al. 2019). */
record ZeroCentered() implements Regularizer {
  @Override
  public String key() {
    return "penalty.zeroCentered";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.zeroCentered().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    NDArray squares = GradientPenalties.squaredNorms(input.criticOfReal(), WganGp.between(input));
    input.tellGradientNormOfSquares("between", squares);
    return Optional.of(GradientPenalties.toZero(squares, settings.zeroCentered().weight()));
  }
}
