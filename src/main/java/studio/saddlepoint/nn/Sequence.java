package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/** Layers one after the other. */
public final class Sequence extends ContextLayer {
  private final List<Layer> layers = new ArrayList<>();

  /**
   * Adds a layer at the end.
   *
   * @return this
   */
  public Sequence add(Layer layer) {
    layers.add(addChildBlock(layer.getClass().getSimpleName(), layer));
    return this;
  }

  @Override
  public NDArray apply(NDArray x, ForwardContext context) {
    NDArray y = x;
    for (Layer layer : layers) {
      NDArray in = y;
      y = layer.apply(in, context);
      if (in != x && in != y) {
        in.close(); // a graph keeps what it needs; the rest of the memory is used again
      }
    }
    return y;
  }

  @Override
  protected Shape outputShape(Shape input) {
    Shape shape = input;
    for (Layer layer : layers) {
      shape = layer.outputShape(shape);
    }
    return shape;
  }
}
