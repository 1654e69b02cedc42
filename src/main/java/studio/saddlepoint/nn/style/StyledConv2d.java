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
 * A styled layer of StyleGAN2 (Karras et al. 2020, figure 2d): a modulated convolution, noise of
 * one weight, a bias (Co) and an activation; (N, Ci, H, W) to (N, Co, H, W), or twice as large.
 */
public final class StyledConv2d extends ContextLayer {
  private final Layer convolution;
  private final Layer noise;
  private final Parameter bias;
  private final Layer activation;

  /**
   * A styled layer whose noise and bias begin at zero.
   *
   * @param convolution from Ci to Co channels
   * @param to Co
   * @param size H and W of what comes out
   * @param activation bends the sum
   * @param random where the noise that is kept comes from
   */
  public StyledConv2d(
      ModulatedConv2d convolution, int to, int size, Layer activation, RandomGenerator random) {
    this.convolution = addChildBlock("convolution", convolution);
    noise = addChildBlock("noise", new NoiseInjection(to, size, size, false, random));
    bias = weight("bias", new Shape(to), Initializer.ZEROS);
    this.activation = addChildBlock("activation", activation);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray noisy = noise.apply(context.through(convolution, x), context);
    return context.through(activation, LayerOps.addBias(noisy, bias.getArray()));
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String noisy = noise.script(pass, convolution.script(pass, x));
    return activation.script(pass, pass.call("add_bias", noisy, pass.array(bias.getArray())));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return convolution.getOutputShapes(new Shape[] {in})[0];
  }
}
