package studio.saddlepoint.nn.conv;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Window;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Convolution of stride 1 that keeps the size and joins the channels of a group only: (N, Ci, H, W)
 * to (N, Co, H, W), weight (Co, Ci / groups, k, k), bias (Co) from zero (Xie et al. 2017, section
 * 3).
 */
public final class GroupedConv2d extends Layer {
  private final Parameter weight;
  private final Parameter bias;
  private final int groups;

  /**
   * A grouped convolution.
   *
   * @param from Ci
   * @param to Co
   * @param kernel k, odd
   * @param groups a divisor of Ci and of Co
   * @param initializer of the weight
   */
  public GroupedConv2d(int from, int to, int kernel, int groups, Initializer initializer) {
    this.groups = groups;
    weight = weight("weight", new Shape(to, from / groups, kernel, kernel), initializer);
    bias = weight("bias", new Shape(to), Initializer.ZEROS);
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    int padding = (int) weight.getShape().get(2) / 2;
    return Ops.groupedConv2d(x, weight.getArray(), bias.getArray(), 1, padding, groups);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    long padding = weight.getShape().get(2) / 2;
    return pass.let(
        ScriptText.of(
            "torch.conv2d(%s, %s, %s, [1, 1], [%d, %d], [1, 1], %d)",
            x,
            pass.array(weight.getArray()),
            pass.array(bias.getArray()),
            padding,
            padding,
            groups));
  }

  @Override
  public Window window() {
    return Window.of(weight.getShape().get(2), 1, weight.getShape().get(2) / 2);
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), weight.getShape().get(0), in.get(2), in.get(3));
  }
}
