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
import java.util.stream.Stream;
import studio.saddlepoint.data.Batch;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.train.TrainingState;

/**
 * A training step (forward and backward of both players, both Adams) as one TorchScript call: what
 * libtorch takes when nothing but libtorch runs. Both players must have the same optimizer settings
 * and networks of the DCGAN for 32x32 pictures, the generator with batch norm and transposed
 * convolutions. The call has one argument after another what the step is given, then of each player
 * its weights, running statistics and moments, which it moves in place.
 */
abstract class OneCallStep {
  private static final String SHARED = "shared_step.py";
  private static final double EPSILON = 1e-8;

  private final OperatorArchive archive;
  private final TrainingState state;
  private final List<List<NDArray>> moved;
  private long count;

  /**
   * A step that moves a state's networks.
   *
   * @param state whose weights, running statistics and moments are moved, in place
   * @param code the resource with the method {@code step}
   * @param channelsLast whether convolutions run in channels-last memory order
   */
  OneCallStep(TrainingState state, String code, boolean channelsLast) {
    String text = resource(SHARED) + resource(code);
    this.archive =
        new OperatorArchive(
            channelsLast ? text.replace("memory_format=0", "memory_format=2") : text);
    this.state = state;
    this.moved = state.method().players().stream().flatMap(this::arrays).toList();
  }

  private Stream<List<NDArray>> arrays(Player player) {
    return Stream.of(
        player.weights(), statistics(player), moments("first", player), moments("second", player));
  }

  /** The step over and over, on arrays made once: nothing but the call takes time. */
  abstract Runnable repeated(Batch batch);

  final TrainingState state() {
    return state;
  }

  /** The numbers that every step is given: Adam's rates, then these. To be asked once a step. */
  final NDArray numbers(double more) {
    count++;
    OptimizerSettings rates = state.recipe().generator().optimizer();
    double[] values = {
      rates.learningRate(),
      rates.beta1(),
      rates.beta2(),
      EPSILON,
      1 - Math.pow(rates.beta1(), count),
      1 - Math.pow(rates.beta2(), count),
      more
    };
    NDManager manager = state.manager();
    return manager.create(values, new Shape(values.length)).toDevice(Device.cpu(), false);
  }

  /**
   * Makes a step.
   *
   * @param call what the step is given, without the players
   * @return both losses, as the step tells them
   */
  final float[] run(OperatorArchive.Call call) {
    moved.forEach(each -> call.with(orOne(each)));
    List<NDArray> losses = archive.run("step", call);
    return new float[] {losses.get(0).getFloat(), losses.get(1).getFloat()};
  }

  /** Real pictures (N, C, H, W) in -1..1 that stay. */
  final NDArray pictures(Batch batch) {
    ImageShape shape = state.generator().shape();
    Shape all = new Shape(batch.labels().length, shape.channels(), shape.height(), shape.width());
    return ArrayScopes.outsideScopes(() -> state.manager().create(batch.pixels(), all));
  }

  /** A list of one number instead of none: an empty one cannot be passed. */
  final List<NDArray> orOne(List<NDArray> arrays) {
    return arrays.isEmpty() ? List.of(state.manager().create(0f)) : arrays;
  }

  /** The network's arrays that are no weights, in their order. */
  private static List<NDArray> statistics(Player player) {
    return player.tensors().values().stream()
        .filter(each -> player.weights().stream().noneMatch(weight -> weight == each))
        .toList();
  }

  private static List<NDArray> moments(String which, Player player) {
    return player.optimizer().state().entrySet().stream()
        .filter(each -> each.getKey().startsWith(which))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = OneCallStep.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
