package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.torch.LayerOps;

/**
 * Spectral norm (Miyato et al. 2018, algorithm 1) as a layer whose input is a weight and whose
 * output is that weight divided by its largest singular value. While training every pass makes one
 * power iteration and keeps its u; otherwise u is taken as it is.
 */
public final class SpectralNorm extends Layer {
  private static final double EPSILON = 1e-12;

  private final int axis;
  private final Parameter u;

  /**
   * Spectral norm of weights whose first axis are the outputs: dense, convolution, embedding.
   *
   * @param weight shape of the weight
   * @param random where the first u comes from
   */
  public SpectralNorm(Shape weight, RandomGenerator random) {
    this(weight, 0, random);
  }

  /**
   * Spectral norm.
   *
   * @param weight shape of the weight
   * @param axis which of its axes are the outputs: 0, or 1 for a transposed convolution
   * @param random where the first u comes from
   */
  public SpectralNorm(Shape weight, int axis, RandomGenerator random) {
    this.axis = axis;
    u = buffer("u", new Shape(weight.get(axis)), new WeightInitializer(random, 0, 1));
  }

  /**
   * Divides a weight by its spectral norm.
   *
   * @param weight the weight; gradients go through it and its norm
   * @param training whether u takes a power iteration first
   */
  @Override
  public NDArray apply(NDArray weight, boolean training) {
    try (NDList computed =
        LayerOps.spectralNorm(weight, u.getArray(), axis, training ? 1 : 0, EPSILON)) {
      return computed.remove(0);
    }
  }

  @Override
  protected Shape outputShape(Shape weight) {
    return weight;
  }
}
