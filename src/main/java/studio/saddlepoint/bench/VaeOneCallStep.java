package studio.saddlepoint.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.train.TrainingState;
import studio.saddlepoint.train.step.StepRandom;

/**
 * The variational autoencoder's training step as one TorchScript call; pixels are Bernoulli, and
 * the networks take them in -1..1.
 */
final class VaeOneCallStep extends OneCallStep {
  private static final String CODE = "vae_step.py";

  /**
   * A step that moves a state's networks.
   *
   * @param state whose weights, running statistics and moments are moved, in place
   * @param channelsLast whether convolutions run in channels-last memory order
   */
  VaeOneCallStep(TrainingState state, boolean channelsLast) {
    super(state, CODE, channelsLast);
  }

  /** A recipe whose step can be compared with a step of one call: its encoder is as wide. */
  static Recipe recipe(Recipe plain) {
    return plain.with("method.kind", "vae").with("encoder.width", plain.generator().width());
  }

  /**
   * Makes a step.
   *
   * @param real pictures (N, C, 32, 32) in -1..1
   * @param noise (N, Z), standard normal
   * @return the losses of decoder and encoder
   */
  float[] make(NDArray real, NDArray noise) {
    return ArrayScopes.scoped(
        () ->
            run(
                new OperatorArchive.Call()
                    .with(real)
                    .with(noise)
                    .with(numbers(state().recipe().method().vae().klWeight()))));
  }

  @Override
  Runnable repeated(Batch batch) {
    NDArray real = pictures(batch);
    Shape codes = new Shape(batch.labels().length, state().generator().latent().size());
    StepRandom random = new StepRandom(1, 0);
    NDArray noise = ArrayScopes.outsideScopes(() -> random.normal(state().manager(), codes));
    return () -> make(real, noise);
  }
}
