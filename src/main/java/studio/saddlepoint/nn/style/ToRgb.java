package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.LayerOps;

/**
 * The part of a picture that one size of a skip generator gives (Karras et al. 2020, figure 7): a
 * modulated convolution of 1x1 that is not demodulated, and a bias; (N, Ci, H, W) to (N, C, H, W).
 */
public final class ToRgb extends ContextLayer {
  private final Layer convolution;
  private final Parameter bias;

  /**
   * A part whose bias begins at zero.
   *
   * @param from Ci
   * @param channels C, of the picture
   * @param styleSize length of a style
   * @param random where the weights come from
   */
  public ToRgb(int from, int channels, int styleSize, RandomGenerator random) {
    convolution =
        addChildBlock(
            "convolution", new ModulatedConv2d(from, channels, 1, styleSize, false, random));
    bias = weight("bias", new Shape(channels), Initializer.ZEROS);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return LayerOps.addBias(convolution.apply(x, context), bias.getArray());
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.call("add_bias", convolution.script(pass, x), pass.array(bias.getArray()));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return new Shape(in.get(0), bias.getShape().get(0), in.get(2), in.get(3));
  }
}
