package studio.saddlepoint.nn.norm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Instance norm (Ulyanov et al. 2016): each channel of each example over its space, (N, C, H, W).
 */
public final class InstanceNorm extends Layer {
  private static final double EPSILON = 1e-5;

  private final Parameter gamma;
  private final Parameter beta;

  /**
   * Instance norm.
   *
   * @param channels C
   * @param scale initializer of gamma; beta begins at zero
   */
  public InstanceNorm(int channels, Initializer scale) {
    gamma = weight("gamma", new Shape(channels), scale);
    beta = weight("beta", new Shape(channels), Initializer.ZEROS);
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return LayerOps.instanceNorm(x, gamma.getArray(), beta.getArray(), EPSILON);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.call(
        "instance_norm",
        x,
        pass.array(gamma.getArray()),
        pass.array(beta.getArray()),
        ScriptText.floats(EPSILON));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
