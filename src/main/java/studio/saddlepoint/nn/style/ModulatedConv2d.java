package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Scalars;

/**
 * Convolution of stride 1 that keeps the size and whose weight the pass's style scales, for each
 * example (Karras et al. 2020, section 2.2); without bias, with an equalized learning rate.
 */
public final class ModulatedConv2d extends ContextLayer {
  private static final double EPSILON = 1e-8;

  private final Parameter weight;
  private final Layer style;
  private final boolean demodulate;
  private final double scale;

  /**
   * A modulated convolution.
   *
   * @param from Ci
   * @param to Co
   * @param kernel size of the kernel, odd
   * @param styleSize length of a style
   * @param demodulate whether outputs are brought back to unit size; not where pictures are made
   * @param random where the weights come from
   */
  public ModulatedConv2d(
      int from, int to, int kernel, int styleSize, boolean demodulate, RandomGenerator random) {
    this.demodulate = demodulate;
    scale = 1 / Math.sqrt((double) from * kernel * kernel);
    weight =
        weight("weight", new Shape(to, from, kernel, kernel), new WeightInitializer(random, 0, 1));
    style = addChildBlock("style", new EqualizedLinear(styleSize, from, 1, 1, random));
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray factors = Scalars.mul(style.apply(context.style(), context), scale);
    int padding = (int) weight.getShape().get(2) / 2;
    return LayerOps.modulatedConv2d(x, weight.getArray(), factors, padding, demodulate, EPSILON);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(0), in.get(2), in.get(3));
  }
}
