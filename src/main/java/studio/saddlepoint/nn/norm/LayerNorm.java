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
 * Layer norm (Ba et al. 2016): each example over all its axes. Examples do not see each other, so a
 * gradient penalty allows it (Gulrajani et al. 2017, section 4).
 */
public final class LayerNorm extends Layer {
  private static final double EPSILON = 1e-5;

  private final Parameter gamma;
  private final Parameter beta;

  /**
   * Layer norm.
   *
   * @param each shape of an example: (C, H, W) or (C)
   * @param scale initializer of gamma, of that shape; beta begins at zero
   */
  public LayerNorm(Shape each, Initializer scale) {
    gamma = weight("gamma", each, scale);
    beta = weight("beta", each, Initializer.ZEROS);
  }

  @Override
  public NDArray apply(NDArray x, boolean training) {
    return LayerOps.layerNorm(x, gamma.getArray(), beta.getArray(), EPSILON);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.call(
        "layer_norm",
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
