package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;

/**
 * Keeps the discriminator flat at real pictures, gamma / 2 mean n_i^2 (Mescheder et al. 2018), at
 * every so many steps (lazy regularization, Karras et al. 2020, appendix B).
 */
public record R1() implements Regularizer {
  @Override
  public String key() {
    return "penalty.r1";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.r1().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    int every = settings.r1().every();
    if (input.context().step() % every != 0) {
      return Optional.empty();
    }
    NDArray squares =
        GradientPenalties.squaredNorms(input.criticOfReal(), input.real().get().pictures());
    input.tellGradientNormOfSquares("real", squares);
    return Optional.of(GradientPenalties.toZero(squares, settings.r1().weight() / 2 * every));
  }
}
