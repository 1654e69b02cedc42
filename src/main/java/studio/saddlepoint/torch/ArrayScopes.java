package studio.saddlepoint.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The lifetime of arrays. Work happens inside an {@link NDScope}, which frees every array made in
 * it on the same thread; what must outlive it is made or kept by the methods here.
 */
public final class ArrayScopes {
  private ArrayScopes() {}

  /**
   * An array with a copy of Java's numbers in memory of its own. What {@code NDManager.create}
   * makes reads Java's buffer, which is gone soon after the array is closed, also for a graph that
   * still needs it: whatever gradients may flow past must be made here.
   *
   * @param manager whose device it lives on
   * @param values of the shape's size
   */
  public static NDArray of(NDManager manager, float[] values, Shape shape) {
    try (NDArray borrowed = manager.create(values, shape)) {
      return borrowed.duplicate();
    }
  }

  /** As {@link #of(NDManager, float[], Shape)}, whole numbers (n) int64. */
  public static NDArray of(NDManager manager, long[] values) {
    try (NDArray borrowed = manager.create(values)) {
      return borrowed.duplicate();
    }
  }

  /**
   * Makes an array that no scope of this thread frees; whoever asked closes it, or its manager
   * does.
   *
   * @param make makes the array; arrays made on the way are freed
   */
  public static NDArray outsideScopes(Supplier<NDArray> make) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray made = make.get();
      NDScope.unregister(made);
      return made;
    }
  }

  /**
   * Computes numbers of arrays: no graph is built, and all arrays are freed at the end.
   *
   * @param work what to compute; its result must not be, or hold, an array
   */
  public static <T> T withoutGradients(Supplier<T> work) {
    return Autograd.without(() -> scoped(work));
  }

  /**
   * Runs work whose arrays are all freed at its end.
   *
   * @param work what to do; its result must not be, or hold, an array
   */
  public static <T> T scoped(Supplier<T> work) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return work.get();
    }
  }

  /**
   * Runs work inside an outer scope and frees its arrays at once, but for those it hands on, which
   * then live as long as the outer scope.
   *
   * @param work what to do
   * @param keeps tells which arrays of its result stay
   */
  public static <T> T freeingAllBut(Supplier<T> work, Function<T, List<NDArray>> keeps) {
    List<NDArray> kept;
    T result;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      result = work.get();
      kept = keeps.apply(result);
      kept.forEach(NDScope::unregister);
    }
    kept.forEach(NDScope::register);
    return result;
  }
}
