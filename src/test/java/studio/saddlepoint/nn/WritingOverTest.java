package studio.saddlepoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.nn.conv.Conv2d;
import studio.saddlepoint.nn.conv.ConvTranspose2d;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.TorchEngine;

/** Activations write over what nobody needs any more, and over nothing else. */
class WritingOverTest {
  private final SplittableRandom random = new SplittableRandom(5);
  private final WeightInitializer normal = new WeightInitializer(random, 0, 0.4);
  private NDManager manager;

  @BeforeEach
  void open() {
    TorchEngine.start(Progress.NONE);
    Autograd.enable(true);
    manager = TorchEngine.manager(Device.cpu());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void gradientsOfBothOrdersAreThoseOfArraysOfTheirOwn(boolean relu) {
    Layer bend = relu ? StatelessLayer.relu() : StatelessLayer.leakyRelu(0.2);
    Layer again = relu ? StatelessLayer.relu() : StatelessLayer.leakyRelu(0.2);
    Sequence layers =
        new Sequence()
            .add(new Conv2d(3, 8, 3, 1, 1, false, normal))
            .add(new BatchNorm(8, normal))
            .add(bend)
            .add(new ConvTranspose2d(8, 4, 4, 2, 1, true, normal))
            .add(again)
            .add(new Conv2d(4, 2, 3, 1, 1, true, normal));
    layers.initialize(manager, DataType.FLOAT32, new Shape(16, 3, 6, 6));
    NDArray x = Autograd.require(manager.randomNormal(new Shape(16, 3, 6, 6)), true);
    List<NDArray> weights = new ArrayList<>(List.of(x));
    layers.getParameters().values().stream()
        .filter(each -> each.requiresGradient())
        .forEach(each -> weights.add(Autograd.require(each.getArray(), true)));
    ForwardContext apart = ForwardContext.of(true).watchedBy((layer, in, out) -> out);
    List<float[]> expected = gradients(layers, apart, x, weights);
    List<float[]> found = gradients(layers, ForwardContext.of(true), x, weights);
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), found.get(i), 2e-5f * largest(expected.get(i)));
    }
    assertTrue(largest(expected.get(2)) > 0);
  }

  /** Output, gradients of its square, and those of the length of x's gradient. */
  private static List<float[]> gradients(
      Layer layers, ForwardContext context, NDArray x, List<NDArray> weights) {
    List<float[]> found = new ArrayList<>();
    NDArray y = layers.apply(x, context);
    found.add(y.toFloatArray());
    NDArray sum = y.mul(y).sum();
    NDArray slope = Autograd.differentiableGradients(sum, List.of(x)).get(0);
    Autograd.gradients(slope.mul(slope).sum(), weights)
        .forEach(each -> found.add(each.toFloatArray()));
    NDArray z = layers.apply(x, context);
    Autograd.gradients(z.mul(z).sum(), weights).forEach(each -> found.add(each.toFloatArray()));
    return found;
  }

  @Test
  void inputsAndWhatIsWatchedStayAsTheyAre() {
    NDArray x = manager.create(new float[] {-1, 2, -3, 4}, new Shape(1, 1, 2, 2));
    float[] before = x.toFloatArray();
    Layer bend = StatelessLayer.leakyRelu(0.5);
    new Sequence().add(bend).apply(x, ForwardContext.of(true));
    Sequence flat =
        new Sequence().add(StatelessLayer.reshape(new Shape(4))).add(StatelessLayer.relu());
    flat.apply(x, ForwardContext.of(true)); // a view of x is no array of its own
    Sequence main = new Sequence().add(StatelessLayer.relu());
    new Residual(main, new Sequence()).apply(x, ForwardContext.of(true));
    assertArrayEquals(before, x.toFloatArray());

    Conv2d convolution = new Conv2d(1, 1, 3, 1, 1, true, normal);
    Sequence two = new Sequence().add(convolution).add(StatelessLayer.relu());
    two.initialize(manager, DataType.FLOAT32, x.getShape());
    float[] straight = convolution.apply(x, false).toFloatArray();
    List<float[]> entered = new ArrayList<>();
    two.apply(
        x,
        ForwardContext.of(false)
            .watchedBy(
                (layer, in, out) -> {
                  if (layer != convolution) {
                    entered.add(in.toFloatArray());
                  }
                  return out;
                }));
    assertArrayEquals(straight, entered.get(0), 1e-6f);
  }

  private static float largest(float[] values) {
    float most = 0;
    for (float each : values) {
      most = Math.max(most, Math.abs(each));
    }
    return most;
  }
}
