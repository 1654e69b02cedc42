package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.nn.Layer;

/** A layer tree with its arrays, which it owns. */
public final class Network implements AutoCloseable {
  private final Layer layer;
  private final NDManager manager;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> buffers = new ArrayList<>();
  private final Map<String, NDArray> state = new LinkedHashMap<>();

  /**
   * Makes the arrays of a layer tree.
   *
   * @param layer the tree; each layer initialises its own weights
   * @param parent whose device the arrays live on
   * @param input shape of the input with any batch size
   */
  public Network(Layer layer, NDManager parent, Shape input) {
    this.layer = layer;
    this.manager = parent.newSubManager();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      layer.initialize(manager, DataType.FLOAT32, input);
      for (Pair<String, Parameter> pair : layer.getParameters()) {
        NDArray array = pair.getValue().getArray();
        NDScope.unregister(array);
        (pair.getValue().requiresGradient() ? weights : buffers).add(array);
        state.put(pair.getKey(), array);
      }
    }
  }

  /** The layer tree. */
  public Layer layer() {
    return layer;
  }

  /** Where new arrays for this network are made. */
  public NDManager manager() {
    return manager;
  }

  /** What training moves, in order. */
  public List<NDArray> weights() {
    return List.copyOf(weights);
  }

  /** What forward passes move: running statistics. */
  public List<NDArray> buffers() {
    return List.copyOf(buffers);
  }

  /**
   * Lets the weights of a layer and those within it stay as they are from now on: they are no more
   * among {@link #weights}, and no graph leads to them. Its running statistics go on moving.
   */
  public void freeze(Layer part) {
    for (Pair<String, Parameter> pair : part.getParameters()) {
      NDArray array = pair.getValue().getArray();
      if (weights.removeIf(weight -> weight == array)) {
        array.setRequiresGradient(false);
      }
    }
  }

  /** All arrays by name, in order. */
  public Map<String, NDArray> state() {
    return java.util.Collections.unmodifiableMap(state);
  }

  /** How many numbers training moves. */
  public long size() {
    return weights.stream().mapToLong(NDArray::size).sum();
  }

  @Override
  public void close() {
    manager.close();
  }
}
