package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.recipe.method.ConsistencySettings;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.augment.Augmentations;
import studio.saddlepoint.train.step.ImageTransform;
import studio.saddlepoint.train.step.LabelledImages;
import studio.saddlepoint.train.step.UpdateContext;

/**
 * A shifted picture must be judged as the picture itself, real or generated (bCR; Zhao et al. 2020,
 * equations 3 and 4).
 */
record BalancedConsistency() implements Regularizer {
  private static final ImageTransform SHIFT = Augmentations.translation(1);

  @Override
  public String key() {
    return "penalty.consistency";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.consistency().real() > 0 || settings.consistency().fake() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    ConsistencySettings weights = settings.consistency();
    Optional<NDArray> ofReal =
        weights.real() > 0
            ? Optional.of(
                Scalars.mul(
                    distance(input, input.real().get(), input.realLogits()),
                    (float) weights.real()))
            : Optional.empty();
    if (weights.fake() == 0) {
      return ofReal;
    }
    NDArray ofFake =
        Scalars.mul(
            distance(input, input.context().fake(), input.fakeLogits()), (float) weights.fake());
    return Optional.of(ofReal.map(ofFake::add).orElse(ofFake));
  }

  /** E (D(x) - D(T(x)))^2 for plain x with its logits. */
  private static NDArray distance(RegularizerInput input, LabelledImages plain, NDArray logits) {
    UpdateContext context = input.context();
    NDArray shifted = SHIFT.of(plain.pictures(), context.random());
    NDArray again =
        context.players().judge().of(shifted, plain.labels(), context.random()).logits();
    return logits.sub(again).square().mean();
  }
}
