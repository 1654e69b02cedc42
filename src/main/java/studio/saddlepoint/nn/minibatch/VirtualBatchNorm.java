package studio.saddlepoint.nn.minibatch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Virtual batch norm (Salimans et al. 2016, section 3.4), (N, C) or (N, C, H, W): an example is
 * normalised by the statistics of a reference batch and of itself, so that examples of a batch do
 * not depend on each other. Use it inside {@link WithReference}, which brings the reference batch
 * along.
 */
public final class VirtualBatchNorm extends ContextLayer {
  private static final double EPSILON = 1e-5;

  private final Parameter gamma;
  private final Parameter beta;

  /**
   * Virtual batch norm.
   *
   * @param channels C
   * @param scale initializer of gamma; beta begins at zero
   */
  public VirtualBatchNorm(int channels, Initializer scale) {
    gamma = weight("gamma", new Shape(channels), scale);
    beta = weight("beta", new Shape(channels), Initializer.ZEROS);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    if (context.references() == 0) {
      throw new IllegalStateException("Virtual batch norm needs a pass with a reference batch");
    }
    return LayerOps.virtualBatchNorm(
        x, context.references(), gamma.getArray(), beta.getArray(), EPSILON);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.call(
        "virtual_batch_norm",
        x,
        pass.array(gamma.getArray()),
        pass.array(beta.getArray()),
        ScriptText.ints(pass.references()),
        ScriptText.floats(EPSILON));
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
