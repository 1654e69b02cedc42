package studio.saddlepoint.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    boolean spare = false;
    for (Layer layer : layers) {
      NDArray in = y;
      y = spare ? context.over(layer, in) : context.through(layer, in);
      spare = layer.makesSpare();
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
  public Span sees(Span output) {
    return seen(layers.size(), output);
  }

  @Override
  public Span reaches(Span input) {
    return reached(0, input);
  }

  @Override
  public Optional<Span> seesFrom(Layer part, Span output) {
    for (int i = 0; i < layers.size() && part != this; i++) {
      Optional<Span> found = layers.get(i).seesFrom(part, output);
      if (found.isPresent()) {
        return Optional.of(seen(i, found.get()));
      }
    }
    return super.seesFrom(part, output);
  }

  @Override
  public Optional<Span> reachesFrom(Layer part, Span output) {
    for (int i = 0; i < layers.size() && part != this; i++) {
      Optional<Span> found = layers.get(i).reachesFrom(part, output);
      if (found.isPresent()) {
        return Optional.of(reached(i + 1, found.get()));
      }
    }
    return super.reachesFrom(part, output);
  }

  /** What the input of a layer sees of this one's. */
  private Span seen(int before, Span span) {
    Span seen = span;
    for (int i = before - 1; i >= 0; i--) {
      seen = layers.get(i).sees(seen);
    }
    return seen;
  }

  /** What the input of a layer reaches of this one's output. */
  private Span reached(int from, Span span) {
    Span reached = span;
    for (int i = from; i < layers.size(); i++) {
      reached = layers.get(i).reaches(reached);
    }
    return reached;
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
