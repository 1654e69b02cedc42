package studio.saddlepoint.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gradients as a function: of what is asked for and nothing else; nothing accumulates, nothing
 * needs zeroing.
 */
public final class Autograd {
  private Autograd() {}

  /**
   * The gradients of a scalar. Frees the graph behind it.
   *
   * @param loss a scalar
   * @param of the arrays to differentiate by; each must require gradients
   * @return one gradient for each array, of its shape; zeros where the scalar does not depend on it
   */
  public static List<NDArray> gradients(NDArray loss, List<NDArray> of) {
    return run("grad", loss, of);
  }

  /** As {@link #gradients}, but the graph stays for another call. */
  public static List<NDArray> gradientsRetaining(NDArray loss, List<NDArray> of) {
    return run("grad_retain", loss, of);
  }

  /**
   * Gradients that can be differentiated again, as penalties need it.
   *
   * @param loss a scalar
   * @param of the arrays to differentiate by
   * @return gradients with a graph of their own
   */
  public static List<NDArray> differentiableGradients(NDArray loss, List<NDArray> of) {
    return run("grad_keep_graph", loss, of);
  }

  private static List<NDArray> run(String method, NDArray loss, List<NDArray> of) {
    return TorchEngine.operators().run(method, new OperatorArchive.Call().with(loss).with(of));
  }

  /** Makes this leaf array require gradients, or not; returns it. */
  public static NDArray require(NDArray array, boolean gradients) {
    JniUtils.attachGradient((PtNDArray) array, gradients);
    return array;
  }

  /** The same numbers without the graph behind them. */
  public static NDArray detach(NDArray array) {
    return JniUtils.detachGradient((PtNDArray) array);
  }

  /** Switches the building of graphs on or off, for this thread. New threads have it on. */
  public static void enable(boolean gradients) {
    JniUtils.setGradMode(gradients);
  }

  /** Whether graphs are built on this thread. */
  public static boolean enabled() {
    return JniUtils.isGradMode();
  }

  /** Computes without building graphs; afterwards this thread builds them as before. */
  public static <T> T without(Supplier<T> work) {
    return without(enabled(), work);
  }

  /**
   * Computes without building graphs. Afterwards, graphs are built again if this is a training
   * thread.
   *
   * @param graphsAfterwards what to switch to at the end
   * @param work what to compute
   */
  public static <T> T without(boolean graphsAfterwards, Supplier<T> work) {
    enable(false);
    try {
      return work.get();
    } finally {
      enable(graphsAfterwards);
    }
  }
}
