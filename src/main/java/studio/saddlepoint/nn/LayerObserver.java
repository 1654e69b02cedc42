package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;

/** Watches a pass go through layers. */
@FunctionalInterface
public interface LayerObserver {
  /**
   * A layer has computed its output. Both arrays may be closed soon afterwards: what is to be kept
   * is copied.
   *
   * @param layer which one; layers that hold others are told of after those
   * @param in its input
   * @param out its output
   * @return what the pass goes on with: the output, or another in its place
   */
  NDArray passed(Layer layer, NDArray in, NDArray out);
}
