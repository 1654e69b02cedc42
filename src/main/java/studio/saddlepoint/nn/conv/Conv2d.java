package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Window;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Convolution: (N, Ci, H, W) to (N, Co, (H + 2 padding - k) / stride + 1, ...), weight (Co, Ci, k,
 * k).
 */
public final class Conv2d extends Layer {
  private final Parameter weight;
  private final @Nullable Parameter bias;
  private final int kernel;
  private final int stride;
  private final int padding;
  private @Nullable SpectralNorm norm;

  /**
   * A convolution.
   *
   * @param from Ci
   * @param to Co
   * @param biased whether a bias (Co), from zero, is added; pointless before batch norm
   * @param initializer of the weight
   */
  public Conv2d(
      int from,
      int to,
      int kernel,
      int stride,
      int padding,
      boolean biased,
      Initializer initializer) {
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    weight = weight("weight", new Shape(to, from, kernel, kernel), initializer);
    bias = biased ? weight("bias", new Shape(to), Initializer.ZEROS) : null;
  }

  /**
   * Divides the weight by its spectral norm.
   *
   * @param random where the first vector of the power iteration comes from
   * @return this
   */
  public Conv2d spectral(RandomGenerator random) {
    norm = addChildBlock("norm", new SpectralNorm(weight.getShape(), random));
    return this;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    NDArray w = normed(training);
    Shape in = x.getShape();
    if (padding == 0 && in.get(2) == kernel && in.get(3) == kernel) {
      return dense(x, w, in.get(0));
    }
    return bias == null
        ? Ops.conv2d(x, w, stride, padding)
        : Ops.conv2d(x, w, bias.getArray(), stride, padding);
  }

  @Override
  public boolean makesSpare() {
    return true;
  }

  /** A kernel as large as the input makes one product, which a matrix does several times faster. */
  private NDArray dense(NDArray x, NDArray w, long n) {
    long to = weight.getShape().get(0);
    NDArray matrix = w.reshape(to, -1);
    NDArray flat = x.reshape(n, -1);
    NDArray y =
        bias == null ? flat.matMul(matrix.transpose()) : Ops.linear(flat, matrix, bias.getArray());
    return y.reshape(n, to, 1, 1);
  }

  private NDArray normed(boolean training) {
    NDArray w = weight.getArray();
    return norm == null ? w : norm.apply(w, training);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String w = script(pass);
    return bias == null
        ? pass.call("conv2d", x, w, ScriptText.ints(stride, padding))
        : pass.let(
            ScriptText.of(
                "torch.conv2d(%s, %s, %s, [%d, %d], [%d, %d], [1, 1], 1)",
                x, w, pass.array(bias.getArray()), stride, stride, padding, padding));
  }

  private String script(ScriptPass pass) {
    return norm == null
        ? pass.array(weight.getArray())
        : pass.folded(weight.getArray(), normed(false));
  }

  @Override
  public Window window() {
    return Window.of(kernel, stride, padding);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(0), out(in.get(2)), out(in.get(3)));
  }

  private long out(long size) {
    return (size + 2L * padding - kernel) / stride + 1;
  }
}
