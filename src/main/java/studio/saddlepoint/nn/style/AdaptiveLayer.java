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
 * A styled layer of StyleGAN (Karras et al. 2019, figure 1b): maps of any kind, noise of a weight
 * for each channel, a bias (C), an activation, and instance norm whose scale and shift the style
 * says; to (N, C, H, W).
 */
public final class AdaptiveLayer extends ContextLayer {
  private final Layer maps;
  private final Layer noise;
  private final Parameter bias;
  private final Layer activation;
  private final Layer norm;

  /**
   * A styled layer whose noise and bias begin at zero.
   *
   * @param maps to (N, C, H, W), without a bias of its own
   * @param channels C
   * @param size H and W of the maps
   * @param styleSize length of a style
   * @param activation bends the sum
   * @param random where the noise that is kept, and the weights that read the style, come from
   */
  public AdaptiveLayer(
      Layer maps, int channels, int size, int styleSize, Layer activation, RandomGenerator random) {
    this.maps = addChildBlock("maps", maps);
    noise = addChildBlock("noise", new NoiseInjection(channels, size, size, true, random));
    bias = weight("bias", new Shape(channels), Initializer.ZEROS);
    this.activation = addChildBlock("activation", activation);
    norm = addChildBlock("norm", new AdaptiveInstanceNorm(channels, styleSize, random));
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray noisy = noise.apply(context.through(maps, x), context);
    NDArray bent = context.through(activation, LayerOps.addBias(noisy, bias.getArray()));
    return norm.apply(bent, context);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String noisy = noise.script(pass, maps.script(pass, x));
    String biased = pass.call("add_bias", noisy, pass.array(bias.getArray()));
    return norm.script(pass, activation.script(pass, biased));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return maps.getOutputShapes(new Shape[] {in})[0];
  }
}
