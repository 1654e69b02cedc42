package studio.saddlepoint.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Network;
import studio.saddlepoint.model.Optimizer;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.train.TrainingState;
import studio.saddlepoint.train.method.GanMethod;
import studio.saddlepoint.train.regularizer.R1;
import studio.saddlepoint.train.step.StepRandom;

/**
 * The DCGAN's training step (forward and backward of both players, both Adams) as one TorchScript
 * call: what libtorch takes when nothing but libtorch runs. Both players must have the same
 * optimizer settings; pictures are 32x32, the generator has batch norm and grows them by transposed
 * convolutions. Without a penalty both players have batch norm and the loss is the non-saturating
 * one; with a penalty it is the step of {@link Penalty#recipe}.
 */
final class OneCallStep {
  private static final String CODE = "dcgan_step.py";
  private static final double EPSILON = 1e-8;

  private final OperatorArchive archive;
  private final TrainingState state;
  private final Penalty penalty;
  private long count;

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
  OneCallStep(TrainingState state, Penalty penalty, boolean channelsLast) {
    String code = resource();
    this.archive =
        new OperatorArchive(
            channelsLast ? code.replace("memory_format=0", "memory_format=2") : code);
    this.state = state;
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
    count++;
    return ArrayScopes.scoped(
        () -> {
          OperatorArchive.Call call =
              new OperatorArchive.Call()
                  .with(real)
                  .with(z1)
                  .with(z2)
                  .with(numbers(state.manager()))
                  .with(orOne(noise));
          GanMethod method = (GanMethod) state.method();
          add(call, state.generator().network(), method.players().get(0).optimizer());
          add(call, method.discriminator().network(), method.players().get(1).optimizer());
          List<NDArray> losses = archive.run("step", call);
          return new float[] {losses.get(0).getFloat(), losses.get(1).getFloat()};
        });
  }

  /**
   * The same step over and over, on arrays made once: nothing but the call takes time.
   *
   * @param batch real pictures
   */
  Runnable repeated(Batch batch) {
    NDManager manager = state.manager();
    ImageShape shape = state.generator().shape();
    int n = batch.labels().length;
    NDArray real =
        ArrayScopes.outsideScopes(
            () ->
                manager.create(
                    batch.pixels(), new Shape(n, shape.channels(), shape.height(), shape.width())));
    StepRandom random = new StepRandom(1, 0);
    Shape codes = new Shape(n, state.generator().latent().size());
    NDArray z1 = ArrayScopes.outsideScopes(() -> random.normal(manager, codes));
    NDArray z2 = ArrayScopes.outsideScopes(() -> random.normal(manager, codes));
    List<NDArray> noise =
        penalty.noise(real.getShape()).stream()
            .map(each -> ArrayScopes.outsideScopes(() -> random.uniform(manager, each)))
            .toList();
    return () -> make(real, z1, z2, noise);
  }

  /** A list of one number instead of none: an empty one cannot be passed. */
  private List<NDArray> orOne(List<NDArray> arrays) {
    return arrays.isEmpty() ? List.of(state.manager().create(0f)) : arrays;
  }

  private void add(OperatorArchive.Call call, Network network, Optimizer optimizer) {
    call.with(network.weights())
        .with(orOne(network.buffers()))
        .with(moments("first", optimizer))
        .with(moments("second", optimizer));
  }

  private static List<NDArray> moments(String which, Optimizer optimizer) {
    return optimizer.state().entrySet().stream()
        .filter(each -> each.getKey().startsWith(which))
        .map(Map.Entry::getValue)
        .toList();
  }

  private NDArray numbers(NDManager manager) {
    OptimizerSettings rates = state.recipe().generator().optimizer();
    double[] values = {
      rates.learningRate(),
      rates.beta1(),
      rates.beta2(),
      EPSILON,
      1 - Math.pow(rates.beta1(), count),
      1 - Math.pow(rates.beta2(), count),
      penalty.ordinal()
    };
    return manager.create(values, new Shape(values.length)).toDevice(Device.cpu(), false);
  }

  private static String resource() {
    try (InputStream in = OneCallStep.class.getResourceAsStream(CODE)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + CODE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
