package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.train.step.LabelledImages;

/**
 * Cross entropy of an auxiliary classifier in the discriminator (ACGAN, Odena et al. 2017): the
 * discriminator learns the classes of real pictures, the generator makes pictures of the class
 * asked for. Has no part where the discriminator has no such classifier.
 */
record ClassLoss() implements Regularizer {
  @Override
  public String key() {
    return "loss.class";
  }

  @Override
  public String generatorKey() {
    return "loss.class.generator";
  }

  @Override
  public boolean on(MethodSettings settings) {
    return settings.classifier().discriminator() > 0 || settings.classifier().generator() > 0;
  }

  @Override
  public Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    return of(input.ofReal().get(), input.real().get(), settings.classifier().discriminator());
  }

  @Override
  public Optional<NDArray> ofGenerator(RegularizerInput input, MethodSettings settings) {
    return of(input.ofFake().get(), input.context().fake(), settings.classifier().generator());
  }

  private static Optional<NDArray> of(
      DiscriminatorOutput output, LabelledImages what, double weight) {
    return weight == 0
        ? Optional.empty()
        : output
            .classLogits()
            .map(logits -> Scalars.mul(Ops.crossEntropy(logits, what.labels()), (float) weight));
  }
}
