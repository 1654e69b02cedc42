package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.Layer;

/**
 * Each channel as the sum of its pixels with weights of its own, (N, C, H, W) to (N, C): a
 * depthwise convolution whose kernel is as large as the maps, without bias (the end of R3GAN's
 * discriminator, Huang et al. 2024, section 3.3).
 */
public final class DepthwiseSum extends Layer {
  private final Parameter weight;

  /**
   * Weighted sums.
   *
   * @param channels C
   * @param size H and W
   * @param initializer of the weights (C, H, W)
   */
  public DepthwiseSum(int channels, int size, Initializer initializer) {
    weight = weight("weight", new Shape(channels, size, size), initializer);
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return x.mul(weight.getArray()).sum(new int[] {2, 3});
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), in.get(1));
  }
}
