package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.StyleWeight;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.Scalars;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Convolution that keeps or doubles the size and whose weight the pass's style scales, for each
 * example (Karras et al. 2020, section 2.2); without bias, with an equalized learning rate. Where
 * it doubles, what lies between pixels is smoothed.
 */
public final class ModulatedConv2d extends ContextLayer {
  private static final double EPSILON = 1e-8;

  private final Parameter weight;
  private final Layer style;
  private final boolean demodulate;
  private final double scale;
  private final @Nullable Layer smoothing;

  /**
   * A modulated convolution that keeps the size.
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
    this(from, to, kernel, styleSize, demodulate, null, random);
  }

  private ModulatedConv2d(
      int from,
      int to,
      int kernel,
      int styleSize,
      boolean demodulate,
      @Nullable Layer smoothing,
      RandomGenerator random) {
    this.demodulate = demodulate;
    this.smoothing = smoothing;
    scale = 1 / Math.sqrt((double) from * kernel * kernel);
    weight =
        weight("weight", new Shape(to, from, kernel, kernel), new WeightInitializer(random, 0, 1));
    style = addChildBlock("style", new EqualizedLinear(styleSize, from, 1, 1, random));
  }

  /**
   * A modulated convolution of 3x3 that doubles the size, demodulated.
   *
   * @param from Ci
   * @param to Co
   * @param taps one side of the kernel that smooths
   * @param styleSize length of a style
   * @param random where the weights come from
   */
  public static ModulatedConv2d doubling(
      int from, int to, double[] taps, int styleSize, RandomGenerator random) {
    return new ModulatedConv2d(from, to, 3, styleSize, true, Blur.afterStride(taps, 2, 3), random);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray factors = Scalars.mul(style.apply(context.style(), context), scale);
    if (smoothing != null) {
      return smoothing.apply(
          LayerOps.modulatedConv2dDoubling(x, weight.getArray(), factors, EPSILON), context);
    }
    int padding = (int) weight.getShape().get(2) / 2;
    return LayerOps.modulatedConv2d(x, weight.getArray(), factors, padding, demodulate, EPSILON);
  }

  @Override
  public List<StyleWeight> styleWeights() {
    return StyleWeight.of(style);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String factors =
        pass.let(
            "torch.mul("
                + style.script(pass, pass.style())
                + ", "
                + ScriptText.number(scale)
                + ")");
    String w = pass.array(weight.getArray());
    String epsilon = ScriptText.floats(EPSILON);
    if (smoothing != null) {
      return smoothing.script(pass, pass.call("modulated_conv2d_doubling", x, w, factors, epsilon));
    }
    String numbers = ScriptText.ints(weight.getShape().get(2) / 2, demodulate ? 1 : 0);
    return pass.call("modulated_conv2d", x, w, factors, numbers, epsilon);
  }

  @Override
  protected Shape outputShape(Shape in) {
    int factor = smoothing == null ? 1 : 2;
    return new Shape(in.get(0), weight.getShape().get(0), factor * in.get(2), factor * in.get(3));
  }
}
