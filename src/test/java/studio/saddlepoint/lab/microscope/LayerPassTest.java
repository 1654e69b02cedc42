package studio.saddlepoint.lab.microscope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.conv.Linear;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/** What goes through single layers that were made by hand. */
class LayerPassTest {
  @BeforeAll
  static void start() {
    TorchEngine.start(Progress.NONE);
  }

  /** Three of eight units stand so far below 0 that ReLU lets nothing through. */
  @Test
  void unitsBelowZeroOfAllExamplesAreDeadBehindReluAndAliveBehindItsLeakyKin() {
    SplittableRandom random = new SplittableRandom(3);
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      Linear dense = new Linear(4, 8, WeightInitializer.keeping(random, 4));
      dense.initialize(manager, DataType.FLOAT32, new Shape(1, 4));
      float[] inputs = new float[64 * 4];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = (float) random.nextGaussian();
      }
      float[] biases = {0, -100, 0, -100, 0, 0, -100, 0};
      double[] shares =
          Stream.of(StatelessLayer.relu(), StatelessLayer.leakyRelu(0.2))
              .mapToDouble(
                  bend ->
                      ArrayScopes.withoutGradients(
                          () -> {
                            NDArray bias = dense.getDirectParameters().get("bias").getArray();
                            Ops.copyInto(List.of(bias), List.of(manager.create(biases)));
                            LayerPass pass = new LayerPass(bend, 64);
                            new Sequence()
                                .add(dense)
                                .add(bend)
                                .apply(
                                    manager.create(inputs, new Shape(64, 4)),
                                    ForwardContext.of(false).watchedBy(pass));
                            return pass.dead().orElseThrow();
                          }))
              .toArray();
      assertArrayEquals(new double[] {3.0 / 8, 0}, shares);
    }
  }

  /** The engine's own running statistics, after a pass that takes over the batch's. */
  @Test
  void batchStatisticsAreThoseThatTheNormTakes() {
    SplittableRandom random = new SplittableRandom(5);
    try (NDManager manager = TorchEngine.manager(Device.cpu())) {
      ArrayScopes.withoutGradients(
          () -> {
            BatchNorm norm = new BatchNorm(3, Initializer.ONES);
            norm.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 2, 2));
            float[] values = new float[10 * 3 * 4];
            for (int i = 0; i < values.length; i++) {
              values[i] = (float) random.nextGaussian(i / 4 % 3, 1 + i / 4 % 3);
            }
            NDArray x = manager.create(values, new Shape(10, 3, 2, 2));
            norm.apply(x, ForwardContext.byBatch());
            assertArrayEquals(new float[3], norm.statistics().get(0).toFloatArray());
            norm.apply(x, ForwardContext.standing());
            NormStatistics found =
                NormStatistics.of(
                    values,
                    3,
                    10,
                    norm.statistics().get(0).toFloatArray(),
                    norm.statistics().get(1).toFloatArray());
            assertArrayEquals(found.runningMean(), found.batchMean(), 1e-5);
            assertArrayEquals(found.runningDeviation(), found.batchDeviation(), 1e-5);
            assertEquals(0, found.shift(), 1e-5);
            return true;
          });
    }
  }
}
