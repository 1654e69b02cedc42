package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.step.MethodState;

/**
 * Holds the logits of each kind near a running mean of the other kind's (Tseng et al. 2021,
 * equation 4), for small data sets. The means move once a step, after it, by its last
 * discriminator's move; until there is one, there is no penalty.
 */
public record LeCam() implements Regularizer {
  private static final String REAL = "lecam.real";
  private static final String FAKE = "lecam.fake";

  @Override
  public String key() {
    return "penalty.lecam";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.lecam().weight() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    double real = input.context().methodState().number(REAL, Double.NaN);
    double fake = input.context().methodState().number(FAKE, Double.NaN);
    if (Double.isNaN(real) || Double.isNaN(fake)) {
      return Optional.empty();
    }
    return Optional.of(
        Scalars.mul(
            distance(input.realLogits(), input.fakeLogits(), real, fake),
            (float) settings.lecam().weight()));
  }

  /**
   * E (D(x) - fakeAnchor)^2 + E (D(G(z)) - realAnchor)^2.
   *
   * @param real logits of real pictures
   * @param fake logits of generated ones
   * @param realAnchor running mean of the real logits
   * @param fakeAnchor running mean of the generated ones'
   */
  public static NDArray distance(NDArray real, NDArray fake, double realAnchor, double fakeAnchor) {
    return real.sub(fakeAnchor).square().mean().add(fake.sub(realAnchor).square().mean());
  }

  @Override
  public void tell(RegularizerInput input) {
    input.scalars().put(REAL, Autograd.detach(input.realLogits()).mean());
    input.scalars().put(FAKE, Autograd.detach(input.fakeLogits()).mean());
  }

  @Override
  public void learn(Map<String, Double> scalars, MethodState methodState, MethodSettings settings) {
    double decay = settings.lecam().decay();
    for (String key : new String[] {REAL, FAKE}) {
      Double now = scalars.get(key);
      if (now != null) {
        methodState.remember(key, decay * methodState.number(key, now) + (1 - decay) * now);
      }
    }
  }
}
