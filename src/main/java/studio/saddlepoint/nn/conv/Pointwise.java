package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Window;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * A 1x1 convolution as one matrix product of all pixels: (N, Ci, H, W) to (N, Co, H, W), weight
 * (Co, Ci). Its second derivatives, which a penalty on gradients takes, are several times quicker
 * than a convolution's. The output is in the channels-last order, and an input in that order is not
 * copied.
 */
public final class Pointwise extends Layer {
  private final Parameter weight;
  private final @Nullable Parameter bias;

  /**
   * A 1x1 convolution.
   *
   * @param from Ci
   * @param to Co
   * @param biased whether a bias (Co), from zero, is added
   * @param initializer of the weight
   */
  public Pointwise(int from, int to, boolean biased, Initializer initializer) {
    weight = weight("weight", new Shape(to, from), initializer);
    bias = biased ? weight("bias", new Shape(to), Initializer.ZEROS) : null;
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    Shape in = x.getShape();
    long height = in.get(2);
    long width = in.get(3);
    NDArray pixels = x.transpose(0, 2, 3, 1).reshape(-1, in.get(1));
    NDArray w = weight.getArray();
    NDArray y =
        bias == null ? pixels.matMul(w.transpose()) : Ops.linear(pixels, w, bias.getArray());
    return y.reshape(in.get(0), height, width, w.getShape().get(0)).transpose(0, 3, 1, 2);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    Shape shape = weight.getShape();
    String kernel =
        pass.let(
            ScriptText.of(
                "torch.reshape(%s, [%d, %d, 1, 1])",
                pass.array(weight.getArray()), shape.get(0), shape.get(1)));
    String added = bias == null ? "None" : pass.array(bias.getArray());
    return pass.let(
        "torch.conv2d(" + x + ", " + kernel + ", " + added + ", [1, 1], [0, 0], [1, 1], 1)");
  }

  @Override
  public Window window() {
    return Window.POINT;
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(0), in.get(2), in.get(3));
  }
}
