package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;

/** Keeps the discriminator flat at real pictures, gamma / 2 mean n_i^2 (Mescheder et al. 2018). */
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
  public int every(MethodSettings settings) {
    return settings.r1().every();
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    NDArray squares =
        GradientPenalties.squaredNorms(input.criticOfReal(), input.real().get().pictures());
    input.tellGradientNormOfSquares("real", squares);
    return Optional.of(GradientPenalties.toZero(squares, settings.r1().weight() / 2));
  }
}
