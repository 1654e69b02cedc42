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
import studio.saddlepoint.torch.LayerOps;
import studio.saddlepoint.torch.script.ScriptText;

/**
 * Batch norm whose scale and shift belong to the class (Dumoulin et al. 2017), (N, C) or (N, C, H,
 * W); the pass tells the classes, and a mixture of classes mixes their scales and shifts.
 */
public final class ConditionalBatchNorm extends ContextLayer {
  private static final double EPSILON = 1e-5;

  private final Parameter gamma;
  private final Parameter beta;
  private final Parameter mean;
  private final Parameter variance;

  /**
   * Conditional batch norm.
   *
   * @param channels C
   * @param classes K
   * @param scale initializer of gamma (K, C), around one; beta (K, C) begins at zero
   */
  public ConditionalBatchNorm(int channels, int classes, Initializer scale) {
    Shape table = new Shape(classes, channels);
    gamma = weight("gamma", table, scale);
    beta = weight("beta", table, Initializer.ZEROS);
    mean = buffer("mean", new Shape(channels), Initializer.ZEROS);
    variance = buffer("variance", new Shape(channels), Initializer.ONES);
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    return LayerOps.conditionalBatchNorm(
        x,
        context.classes().matMul(gamma.getArray()),
        context.classes().matMul(beta.getArray()),
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
    String classes = pass.classes().orElseThrow(IllegalStateException::new);
    return pass.call(
        "conditional_batch_norm",
        x,
        pass.let("torch.matmul(" + classes + ", " + pass.array(gamma.getArray()) + ")"),
        pass.let("torch.matmul(" + classes + ", " + pass.array(beta.getArray()) + ")"),
        pass.array(mean.getArray()),
        pass.array(variance.getArray()),
        ScriptText.ints(0),
        ScriptText.floats(0, EPSILON));
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
