package studio.saddlepoint.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.train.TrainingState;
import studio.saddlepoint.train.step.StepRandom;

/**
 * The DCGAN's training step as one TorchScript call. Without a penalty both players have batch norm
 * and the loss is the non-saturating one; with a penalty it is the step of {@link Penalty#recipe}.
 */
final class DcganOneCallStep extends OneCallStep {
  private static final String CODE = "dcgan_step.py";

  private final Penalty penalty;

  /** A penalty of second order, with the weight of its paper. */
  enum Penalty {
    NONE,
    WGAN_GP,
    DRAGAN,
    R1;

    /** A recipe with this penalty that a step of one call can be compared with. */
    Recipe recipe(Recipe plain) {
      return switch (this) {
        case NONE -> plain;
        case WGAN_GP ->
            critic(plain).with("method.loss", "wasserstein").with("method.gradientPenalty", 10.0);
        case DRAGAN -> critic(plain).with("method.dragan.weight", 10.0);
        case R1 -> critic(plain).with("method.r1.every", 1).with("method.r1.weight", 10.0);
      };
    }

    private static Recipe critic(Recipe plain) {
      return plain.with("discriminator.normalization", "none");
    }

    /** Shapes of the uniform numbers it takes, in a step's order. */
    List<Shape> noise(Shape pictures) {
      Shape each = new Shape(pictures.get(0), 1, 1, 1);
      return switch (this) {
        case NONE, R1 -> List.of();
        case WGAN_GP -> List.of(each);
        case DRAGAN -> List.of(pictures, each);
      };
    }
  }

  /**
   * A step that moves a state's networks.
   *
   * @param state whose weights, running statistics and moments are moved, in place
   * @param penalty what is added to the discriminator's loss
   * @param channelsLast whether convolutions run in channels-last memory order
   */
  DcganOneCallStep(TrainingState state, Penalty penalty, boolean channelsLast) {
    super(state, CODE, channelsLast);
    this.penalty = penalty;
  }

  /**
   * Makes a step.
   *
   * @param real pictures (N, C, 32, 32) in -1..1
   * @param z1 latent codes (N, Z) of the discriminator's move
   * @param z2 latent codes (N, Z) of the generator's move
   * @param noise of the penalty
   * @return the losses of discriminator and generator
   */
  float[] make(NDArray real, NDArray z1, NDArray z2, List<NDArray> noise) {
    return ArrayScopes.scoped(
        () ->
            run(
                new OperatorArchive.Call()
                    .with(real)
                    .with(z1)
                    .with(z2)
                    .with(numbers(penalty.ordinal()))
                    .with(orOne(noise))));
  }

  @Override
  Runnable repeated(Batch batch) {
    NDManager manager = state().manager();
    NDArray real = pictures(batch);
    StepRandom random = new StepRandom(1, 0);
    Shape codes = new Shape(batch.labels().length, state().generator().latent().size());
    NDArray z1 = ArrayScopes.outsideScopes(() -> random.normal(manager, codes));
    NDArray z2 = ArrayScopes.outsideScopes(() -> random.normal(manager, codes));
    List<NDArray> noise =
        penalty.noise(real.getShape()).stream()
            .map(each -> ArrayScopes.outsideScopes(() -> random.uniform(manager, each)))
            .toList();
    return () -> make(real, z1, z2, noise);
  }
}
