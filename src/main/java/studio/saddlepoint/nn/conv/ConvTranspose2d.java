package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Window;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Transposed convolution: (N, Ci, H, W) to (N, Co, (H - 1) stride - 2 padding + k, ...), weight
 * (Ci, Co, k, k).
 */
public final class ConvTranspose2d extends Layer {
  private final Parameter weight;
  private final @Nullable Parameter bias;
  private final int kernel;
  private final int stride;
  private final int padding;
  private @Nullable SpectralNorm norm;

  /**
   * A transposed convolution.
   *
   * @param from Ci
   * @param to Co
   * @param biased whether a bias (Co), from zero, is added
   * @param initializer of the weight
   */
  public ConvTranspose2d(
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
    weight = weight("weight", new Shape(from, to, kernel, kernel), initializer);
    bias = biased ? weight("bias", new Shape(to), Initializer.ZEROS) : null;
  }

  /**
   * Divides the weight by its spectral norm.
   *
   * @param random where the first vector of the power iteration comes from
   * @return this
   */
  public ConvTranspose2d spectral(RandomGenerator random) {
    norm = addChildBlock("norm", new SpectralNorm(weight.getShape(), 1, random));
    return this;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    NDArray w = normed(training);
    Shape in = x.getShape();
    if (padding == 0 && in.get(2) == 1 && in.get(3) == 1) {
      return dense(x, w, in.get(0));
    }
    return bias == null
        ? Ops.convTranspose2d(x, w, stride, padding, 0)
        : Ops.convTranspose2d(x, w, bias.getArray(), stride, padding, 0);
  }

  @Override
  public boolean makesSpare() {
    return true;
  }

  /** An input of one pixel is spread by one product, which a matrix does several times faster. */
  private NDArray dense(NDArray x, NDArray w, long n) {
    Shape shape = weight.getShape();
    NDArray matrix = w.reshape(shape.get(0), -1);
    NDArray y =
        x.reshape(n, shape.get(0))
            .matMul(matrix)
            .reshape(n, shape.get(1), shape.get(2), shape.get(3));
    return bias == null ? y : y.add(bias.getArray().reshape(1, -1, 1, 1));
  }

  private NDArray normed(boolean training) {
    NDArray w = weight.getArray();
    return norm == null ? w : norm.apply(w, training);
  }

  /** Of an input of one pixel: each output's pixels by themselves. */
  @Override
  public List<NDArray> inputWeights() {
    NDArray w = weight.getArray();
    return List.of(w.reshape(w.getShape().get(0), -1).transpose());
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String w =
        norm == null
            ? pass.array(weight.getArray())
            : pass.folded(weight.getArray(), normed(false));
    String numbers = ScriptText.ints(stride, padding, 0);
    return bias == null
        ? pass.call("conv_transpose2d", x, w, numbers)
        : pass.call("conv_transpose2d_biased", x, w, pass.array(bias.getArray()), numbers);
  }

  @Override
  public Window window() {
    return Window.turned(kernel, stride, padding);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(1), out(in.get(2)), out(in.get(3)));
  }

  private long out(long size) {
    return (size - 1) * stride - 2L * padding + kernel;
  }
}
