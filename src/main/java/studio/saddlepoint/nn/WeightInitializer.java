package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * Gaussian weights drawn from a Java generator, so that they depend on the seed alone and not on
 * what else uses the engine's generator.
 *
 * @param random where the numbers come from; weights are drawn in order of declaration
 * @param mean of the weights
 * @param deviation of the weights
 */
public record WeightInitializer(RandomGenerator random, double mean, double deviation)
    implements Initializer {

  /** Weights N(0, 0.02^2), as DCGAN has them (Radford et al. 2015, section 4). */
  public static WeightInitializer dcgan(RandomGenerator random) {
    return new WeightInitializer(random, 0, 0.02);
  }

  /** Weights N(0, 2 / fanIn), which keep the variance through ReLU layers (He et al. 2015). */
  public static WeightInitializer he(RandomGenerator random, long fanIn) {
    return new WeightInitializer(random, 0, Math.sqrt(2.0 / fanIn));
  }

  /** Weights N(0, 1 / fanIn), which keep the variance where no activation follows. */
  public static WeightInitializer keeping(RandomGenerator random, long fanIn) {
    return new WeightInitializer(random, 0, Math.sqrt(1.0 / fanIn));
  }

  /** Scales of batch norm, N(1, 0.02^2), as DCGAN has them. */
  public WeightInitializer aroundOne() {
    return new WeightInitializer(random, 1, 0.02);
  }

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian(mean, deviation);
    }
    return ArrayScopes.of(manager, values, shape).toType(dataType, false);
  }
}
