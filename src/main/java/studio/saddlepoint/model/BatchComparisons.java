package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.*;
import studio.saddlepoint.nn.minibatch.MinibatchDeviation;
import studio.saddlepoint.nn.minibatch.MinibatchDiscrimination;

/** Layers at the end of a discriminator's trunk that compare the pictures of a batch. */
final class BatchComparisons {
  /** Pictures that minibatch deviation compares (Karras et al. 2018). */
  private static final int GROUP = 4;

  private static final int KERNELS = 32;
  private static final int KERNEL_SIZE = 5;

  private BatchComparisons() {}

  /** Adds how much the features (1, F) or (1, F, h, h) differ, as one more of them. */
  static void addDeviation(Sequence layers, Shape features) {
    if (features.dimension() == 4) {
      layers.add(new MinibatchDeviation(GROUP, 1));
      return;
    }
    layers
        .add(StatelessLayer.reshape(new Shape(features.get(1), 1, 1)))
        .add(new MinibatchDeviation(GROUP, 1))
        .add(StatelessLayer.reshape(new Shape(features.get(1) + 1)));
  }

  /** Flattens the features and adds how near those of other pictures are. */
  static void addDiscrimination(Sequence layers, Shape features, RandomGenerator random) {
    int numbers = Math.toIntExact(features.size() / features.get(0));
    layers
        .add(StatelessLayer.reshape(new Shape(numbers)))
        .add(
            new MinibatchDiscrimination(
                numbers, KERNELS, KERNEL_SIZE, WeightInitializer.dcgan(random)));
  }
}
