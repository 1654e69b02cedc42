package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Scalars;

/**
 * Keeps a critic's scores from drifting away, weight E D(x)^2 over real pictures (Karras et al.
 * 2018, appendix A.1).
 */
public record Drift() implements Regularizer {
  @Override
  public String key() {
    return "penalty.drift";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.drift() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    return Optional.of(Scalars.mul(input.realLogits().square().mean(), (float) settings.drift()));
  }
}
