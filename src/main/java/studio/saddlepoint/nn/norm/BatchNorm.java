package studio.saddlepoint.nn.norm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;
import studio.saddlepoint.nn.ContextLayer;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.ScriptPass;
import studio.saddlepoint.nn.Window;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Batch norm per channel (Ioffe and Szegedy 2015), (N, C) or (N, C, H, W): while training by the
 * batch's statistics, which also move the running ones with weight 0.1; otherwise by the running
 * ones.
 */
public final class BatchNorm extends ContextLayer {
  private static final double EPSILON = 1e-5;

  private final Parameter gamma;
  private final Parameter beta;
  private final Parameter mean;
  private final Parameter variance;

  /**
   * Batch norm.
   *
   * @param channels C
   * @param scale initializer of gamma; beta begins at zero
   */
  public BatchNorm(int channels, Initializer scale) {
    Shape shape = new Shape(channels);
    gamma = weight("gamma", shape, scale);
    beta = weight("beta", shape, Initializer.ZEROS);
    mean = buffer("mean", shape, Initializer.ZEROS);
    variance = buffer("variance", shape, Initializer.ONES);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return Ops.batchNorm(
        x,
        gamma.getArray(),
        beta.getArray(),
        mean.getArray(),
        variance.getArray(),
        context.batchStatistics(),
        context.statisticsWeight(),
        EPSILON);
  }

  @Override
  public boolean makesSpare() {
    return true;
  }

  @Override
  public List<NDArray> statistics() {
    return List.of(mean.getArray(), variance.getArray());
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return pass.let(
        ScriptText.of(
            "torch.batch_norm(%s, %s, %s, %s, %s, False, 0., %s, False)",
            x,
            pass.array(gamma.getArray()),
            pass.array(beta.getArray()),
            pass.array(mean.getArray()),
            pass.array(variance.getArray()),
            ScriptText.number(EPSILON)));
  }

  @Override
  public Window window() {
    return Window.POINT;
  }

  @Override
  protected Shape outputShape(Shape in) {
    return in;
  }
}
