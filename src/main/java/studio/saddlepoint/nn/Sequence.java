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

  /** Those of the first layer that multiplies; layers before it, such as a norm, have none. */
  @Override
  public List<NDArray> inputWeights() {
    return layers.stream()
        .map(Layer::inputWeights)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  @Override
  public NDArray applyStages(NDArray x, ForwardContext context, int stages) {
    NDArray y = x;
    int left = stages;
    for (int i = 0; i < layers.size() - 1; i++) {
      Layer layer = layers.get(i);
      if (layer.beginsStage(y.getShape()) && left-- == 0) {
        return y;
      }
      y = layer.apply(y, context);
    }
    Layer last = layers.get(layers.size() - 1);
    return last.beginsStage(y.getShape()) && left == 0 ? y : last.applyStages(y, context, left);
  }

  @Override
  public String script(ScriptPass pass, String x) {
    String y = x;
    for (Layer layer : layers) {
      y = layer.script(pass, y);
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
