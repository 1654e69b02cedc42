package studio.saddlepoint.nn.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.torch.LayerOps;

/**
 * Adds one picture of noise to all channels of (N, C, H, W), by a weight that begins at zero
 * (Karras et al. 2019, section 3.2): fresh noise where the pass has a source, none where it is
 * switched off, otherwise always the same, which the layer keeps.
 */
public final class NoiseInjection extends Layer {
  private final Parameter weight;
  private final Parameter fixed;

  /**
   * Noise injection.
   *
   * @param channels C
   * @param height H
   * @param width W
   * @param perChannel whether each channel has a weight of its own
   * @param random where the noise that is kept comes from
   */
  public NoiseInjection(
      int channels, int height, int width, boolean perChannel, RandomGenerator random) {
    weight = weight("weight", new Shape(perChannel ? channels : 1), Initializer.ZEROS);
    fixed = buffer("noise", new Shape(1, 1, height, width), new WeightInitializer(random, 0, 1));
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return LayerOps.addNoise(x, fixed.getArray(), weight.getArray());
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    Shape in = x.getShape();
    Shape shape = new Shape(in.get(0), 1, in.get(2), in.get(3));
    return context
        .noise(fixed.getArray(), shape)
        .map(noise -> LayerOps.addNoise(x, noise, weight.getArray()))
        .orElse(x);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String noise = pass.noise(fixed.getArray());
    return pass.call("add_noise", x, noise, pass.array(weight.getArray()));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
