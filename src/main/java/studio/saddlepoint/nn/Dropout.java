package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.torch.Scalars;

/**
 * Drops numbers by chance while training, and scales the rest so that their mean stays (Srivastava
 * et al. 2014, section 10). Which are dropped follows from the pass's random numbers, so that a
 * resumed training drops the same.
 */
public final class Dropout extends ContextLayer {
  private final double rate;

  /**
   * Dropout.
   *
   * @param rate share of the numbers that are dropped, 0 to below 1
   */
  public Dropout(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("a dropout of " + rate);
    }
    this.rate = rate;
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    if (!context.training()) {
      return x;
    }
    NDArray kept = context.dropout(x, x.getShape()).gte((float) rate);
    NDArray factors = Scalars.mul(kept.toType(x.getDataType(), false), (float) (1 / (1 - rate)));
    return x.mul(factors);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    return x;
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
