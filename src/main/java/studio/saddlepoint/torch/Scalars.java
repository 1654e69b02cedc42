package studio.saddlepoint.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Arithmetic of arrays with numbers that carries gradients. DJL's own {@code mul(Number)} and its
 * like make an array of the number that reads Java's memory, and give that memory back at once: a
 * graph that keeps the number until the gradients are taken may then read anything. Here numbers
 * have memory that stays. The build refuses DJL's.
 */
public final class Scalars {
  /** Numbers that are always the same are kept; those that change from step to step are not. */
  private static final int MOST = 1024;

  private static final Map<Number, NDArray> KEPT = new ConcurrentHashMap<>();

  private Scalars() {}

  /** x n. */
  public static NDArray mul(NDArray x, Number n) {
    return x.mul(array(x, n));
  }

  /** x / n. */
  public static NDArray div(NDArray x, Number n) {
    return x.div(array(x, n));
  }

  /** x to the power of n. */
  public static NDArray pow(NDArray x, Number n) {
    return x.pow(array(x, n));
  }

  /** The larger one, by element. */
  public static NDArray maximum(NDArray x, Number n) {
    return x.maximum(array(x, n));
  }

  /** The smaller one, by element. */
  public static NDArray minimum(NDArray x, Number n) {
    return x.minimum(array(x, n));
  }

  /** The number as an array () of its own type. */
  private static NDArray array(NDArray like, Number n) {
    NDArray kept = KEPT.get(n);
    if (kept != null) {
      return kept;
    }
    if (KEPT.size() < MOST) {
      return KEPT.computeIfAbsent(
          n, each -> ArrayScopes.outsideScopes(() -> owned(TorchEngine.constants(), each)));
    }
    return owned(like.getManager(), n);
  }

  private static NDArray owned(NDManager manager, Number n) {
    try (NDArray borrowed = manager.create(n)) {
      return borrowed.duplicate();
    }
  }
}
