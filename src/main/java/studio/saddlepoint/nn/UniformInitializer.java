package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * Evenly spread weights drawn from a Java generator, as {@link WeightInitializer} draws normal
 * ones.
 *
 * @param random where the numbers come from; weights are drawn in order of declaration
 * @param bound they lie between -bound and bound
 */
public record UniformInitializer(RandomGenerator random, double bound) implements Initializer {

  /**
   * Weights U(-a, a) with a^2 = 6 / (fanIn + fanOut), a compromise that keeps the variance of
   * signals and of gradients (Glorot and Bengio 2010, equation 16).
   *
   * @param fanIn numbers that an output is made of: of a convolution, channels times kernel
   * @param fanOut outputs that a number goes into, counted alike
   */
  public static UniformInitializer xavier(RandomGenerator random, long fanIn, long fanOut) {
    return new UniformInitializer(random, Math.sqrt(6.0 / (fanIn + fanOut)));
  }

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return ArrayScopes.of(manager, values, shape).toType(dataType, false);
  }
}
