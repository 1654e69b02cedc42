package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import studio.saddlepoint.recipe.network.LatentPrior;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * A generator's reference batch (N, Z + K) for virtual batch norm: codes of its prior, followed by
 * the classes in turn.
 *
 * @param random where the numbers come from
 * @param latent Z
 * @param prior what the codes are drawn from
 */
record ReferenceCodes(RandomGenerator random, int latent, LatentPrior prior)
    implements Initializer {

  @Override
  public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
    int rows = Math.toIntExact(shape.get(0));
    int columns = Math.toIntExact(shape.get(1));
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < latent; i++) {
        values[row * columns + i] =
            (float)
                (prior == LatentPrior.UNIFORM
                    ? 2 * random.nextDouble() - 1
                    : random.nextGaussian());
      }
      if (columns > latent) {
        values[row * columns + latent + row % (columns - latent)] = 1;
      }
    }
    return ArrayScopes.of(manager, values, shape).toType(dataType, false);
  }
}
