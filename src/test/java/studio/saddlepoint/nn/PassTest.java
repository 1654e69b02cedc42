package studio.saddlepoint.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.nn.conv.Linear;
import studio.saddlepoint.nn.conv.SpectralNorm;
import studio.saddlepoint.nn.minibatch.MinibatchDeviation;
import studio.saddlepoint.nn.minibatch.VirtualBatchNorm;
import studio.saddlepoint.nn.minibatch.WithReference;
import studio.saddlepoint.nn.norm.ConditionalBatchNorm;
import studio.saddlepoint.nn.style.NoiseInjection;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/** Layers that keep something between passes, or are told more than their input. */
class PassTest {
  private final SplittableRandom random = new SplittableRandom(5);
  private final WeightInitializer normal = new WeightInitializer(random, 0, 1);
  private NDManager manager;

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @BeforeEach
  void open() {
    Autograd.enable(true);
    manager = TorchEngine.manager(Device.cpu());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void powerIterationsFindTheLargestSingularValue() {
    for (int axis = 0; axis < 2; axis++) {
      NDArray weight = draw(6, 5, 3, 3);
      SpectralNorm norm = new SpectralNorm(weight.getShape(), axis, random);
      initialize(norm, weight.getShape());
      for (int i = 0; i < 200; i++) {
        norm.apply(weight, true);
      }
      for (boolean training : new boolean[] {true, false}) {
        NDArray turned = norm.apply(weight, training).swapAxes(0, axis);
        NDArray matrix = turned.reshape(turned.getShape().get(0), -1);
        float[] squares =
            Ops.symmetricEigenvalues(matrix.matMul(matrix.transpose())).toFloatArray();
        assertEquals(1, squares[squares.length - 1], 1e-4);
      }
    }
  }

  @Test
  void spectralNormMovesItsVectorOnlyWhileTraining() {
    NDArray weight = draw(4, 7);
    SpectralNorm norm = new SpectralNorm(weight.getShape(), random);
    initialize(norm, weight.getShape());
    NDArray u = norm.getParameters().valueAt(0).getArray();
    float[] first = u.toFloatArray();
    norm.apply(weight, false);
    assertArrayEquals(first, u.toFloatArray());
    norm.apply(weight, true);
    assertFalse(Arrays.equals(first, u.toFloatArray()));
  }

  @Test
  void anUpdateOfTheVectorDoesNotSpoilAnEarlierPass() {
    NDArray x = draw(3, 4);
    Linear layer = new Linear(4, 2, normal).spectral(random);
    initialize(layer, x.getShape());
    NDArray weight = layer.getParameters().get("weight").getArray();
    NDArray both = layer.apply(x, true).sum().add(layer.apply(x.mul(2), true).sum());
    NDArray gradient = Autograd.gradients(both, List.of(weight)).get(0);
    assertEquals(8, gradient.size());
    assertFalse(gradient.isNaN().any().getBoolean());
  }

  @Test
  void conditionalBatchNormTakesEachExamplesClass() {
    ConditionalBatchNorm layer = new ConditionalBatchNorm(2, 3, normal);
    NDArray x = draw(4, 2, 5, 5);
    initialize(layer, x.getShape());
    NDArray gamma = layer.getParameters().get("gamma").getArray();
    NDArray classes =
        manager.create(new long[] {2, 0, 1, 2}).oneHot(3).toType(DataType.FLOAT32, false);
    NDArray y = layer.apply(x, ForwardContext.of(false).withClasses(classes));
    float expected = x.getFloat(1, 1, 3, 3) * gamma.getFloat(0, 1) / (float) Math.sqrt(1 + 1e-5);
    assertEquals(expected, y.getFloat(1, 1, 3, 3), 1e-5);
    assertThrows(IllegalStateException.class, () -> layer.apply(x, true));
  }

  @Test
  void examplesDoNotDependOnEachOtherUnderVirtualBatchNorm() {
    Sequence inner =
        new Sequence()
            .add(new Linear(4, 6, normal))
            .add(new VirtualBatchNorm(6, normal.aroundOne()))
            .add(StatelessLayer.relu())
            .add(new Linear(6, 3, normal));
    WithReference layer = new WithReference(inner, new Shape(8, 4), normal);
    NDArray x = draw(5, 4);
    initialize(layer, x.getShape());
    NDArray together = layer.apply(x, true);
    NDArray alone = layer.apply(x.get(new NDIndex("1:2")), false);
    assertArrayEquals(together.get(1).toFloatArray(), alone.toFloatArray(), 1e-5f);
    layer.setReference(draw(8, 4));
    assertFalse(Arrays.equals(together.toFloatArray(), layer.apply(x, true).toFloatArray()));
  }

  @Test
  void noiseIsFreshOnlyWhereThePassBringsIt() {
    NoiseInjection layer = new NoiseInjection(2, 3, 3, true, random);
    NDArray x = draw(2, 2, 3, 3);
    initialize(layer, x.getShape());
    NDArray weight = layer.getParameters().get("weight").getArray();
    Autograd.without(true, () -> weight.addi(1));
    assertEquals(layer.apply(x, true), layer.apply(x, false));
    ForwardContext fresh =
        ForwardContext.of(true).withNoise((like, shape) -> like.getManager().ones(shape));
    assertEquals(NDArrays.add(x, 1).toFloatArray()[7], layer.apply(x, fresh).toFloatArray()[7]);
  }

  @Test
  void dropoutKeepsTheMeanWhileTrainingAndIsOffOtherwise() {
    Dropout layer = new Dropout(0.25);
    NDArray x = manager.ones(new Shape(1, 4));
    ForwardContext training =
        ForwardContext.of(true)
            .withDropout(
                (like, shape) -> manager.create(new float[] {0.1f, 0.25f, 0.5f, 0.9f}, shape));
    float kept = 1 / 0.75f;
    assertArrayEquals(
        new float[] {0, kept, kept, kept}, layer.apply(x, training).toFloatArray(), 1e-6f);
    assertArrayEquals(x.toFloatArray(), layer.apply(x, false).toFloatArray());
    assertThrows(IllegalStateException.class, () -> layer.apply(x, true));
  }

  @Test
  void aGroupSizeThatDoesNotDivideTheBatchIsLessened() {
    NDArray x = draw(6, 2, 3, 3);
    NDArray y = new MinibatchDeviation(4, 1).apply(x, true);
    NDArray byThrees = new MinibatchDeviation(3, 1).apply(x, true);
    assertArrayEquals(byThrees.toFloatArray(), y.toFloatArray());
    NDArray same =
        NDArrays.concat(new NDList(x.get(new NDIndex("0:1")), x.get(new NDIndex("0:1"))));
    NDArray alike = new MinibatchDeviation(4, 1).apply(same, true).get(new NDIndex(":, 2"));
    assertEquals(1e-4, alike.max().getFloat(), 1e-6);
  }

  private void initialize(Layer layer, Shape input) {
    layer.initialize(manager, DataType.FLOAT32, input);
  }

  private NDArray draw(long... shape) {
    return normal.initialize(manager, new Shape(shape), DataType.FLOAT32);
  }
}
