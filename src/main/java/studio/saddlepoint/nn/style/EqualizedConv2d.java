package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.Window;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Convolution with an equalized learning rate (Karras et al. 2018, section 4.1): the weight (Co,
 * Ci, k, k) is kept at deviation 1 and divided by sqrt(Ci k k) in use.
 */
public final class EqualizedConv2d extends Layer {
  private final Parameter weight;
  private final @Nullable Parameter bias;
  private final int stride;
  private final int padding;
  private double gain = 1;

  /**
   * A convolution whose bias (Co) begins at zero.
   *
   * @param from Ci
   * @param to Co
   * @param random where the weight comes from
   */
  public EqualizedConv2d(
      int from, int to, int kernel, int stride, int padding, RandomGenerator random) {
    this(from, to, kernel, stride, padding, true, random);
  }

  /**
   * A convolution.
   *
   * @param from Ci
   * @param to Co
   * @param biased whether it has a bias (Co), which begins at zero
   * @param random where the weight comes from
   */
  public EqualizedConv2d(
      int from,
      int to,
      int kernel,
      int stride,
      int padding,
      boolean biased,
      RandomGenerator random) {
    this.stride = stride;
    this.padding = padding;
    weight =
        weight("weight", new Shape(to, from, kernel, kernel), new WeightInitializer(random, 0, 1));
    bias = biased ? weight("bias", new Shape(to), Initializer.ZEROS) : null;
  }

  /**
   * Scales the weight in use, such as by sqrt(2) before leaky ReLU (He et al. 2015).
   *
   * @return this
   */
  public EqualizedConv2d scaledBy(double factor) {
    gain = factor;
    return this;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return bias == null
        ? LayerOps.equalizedConv2d(x, weight.getArray(), stride, padding, 1, gain)
        : LayerOps.equalizedConv2d(x, weight.getArray(), bias.getArray(), stride, padding, 1, gain);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    Shape shape = weight.getShape();
    double scale = gain / Math.sqrt((double) shape.size() / shape.get(0));
    String w = pass.array(weight.getArray());
    String numbers = ScriptText.ints(stride, padding);
    return bias == null
        ? pass.call("equalized_conv2d_plain", x, w, numbers, ScriptText.floats(scale))
        : pass.call(
            "equalized_conv2d",
            x,
            w,
            pass.array(bias.getArray()),
            numbers,
            ScriptText.floats(scale, 1));
  }

  @Override
  public Window window() {
    return Window.of(weight.getShape().get(2), stride, padding);
  }

  @Override
  protected Shape outputShape(Shape in) {
    Shape shape = weight.getShape();
    return new Shape(
        in.get(0), shape.get(0), out(in.get(2), shape.get(2)), out(in.get(3), shape.get(3)));
  }

  private long out(long size, long kernel) {
    return (size + 2L * padding - kernel) / stride + 1;
  }
}
