package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;

/**
 * A layer that needs more than its input, or holds layers that may: the classes, the styles or the
 * reference batch of the pass.
 */
public abstract class ContextLayer extends Layer {
  @Override
  public abstract NDArray apply(NDArray x, ForwardContext context);

  @Override
  public final NDArray apply(NDArray x, boolean training) {
    return apply(x, ForwardContext.of(training));
  }
}
