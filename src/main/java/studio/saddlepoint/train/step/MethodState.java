package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.NetworkTensors;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * The memory of methods from step to step, beside weights and optimizers: numbers and arrays by
 * name. Nothing is there until it is first asked for; checkpoints hold all of it.
 */
public final class MethodState {
  private static final String PREFIX = "method.";

  private final NDManager manager;
  private final Map<String, Double> numbers = new TreeMap<>();
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  /**
   * A state that holds nothing yet.
   *
   * @param manager frees the arrays with itself
   */
  public MethodState(NDManager manager) {
    this.manager = manager;
  }

  /** A number, or what it is at the beginning. */
  public double number(String name, double initially) {
    return numbers.getOrDefault(name, initially);
  }

  /** Keeps a number. */
  public void remember(String name, double value) {
    numbers.put(name, value);
  }

  /**
   * Arrays that may be changed in place.
   *
   * @param name of all of them
   * @param initially what they are copies of at the beginning
   */
  public List<NDArray> arrays(String name, List<NDArray> initially) {
    List<NDArray> found = new ArrayList<>();
    List<NDArray> fresh = new ArrayList<>();
    List<NDArray> from = new ArrayList<>();
    for (int i = 0; i < initially.size(); i++) {
      NDArray like = initially.get(i);
      String key = name + i;
      NDArray kept = arrays.get(key);
      if (kept == null) {
        kept = ArrayScopes.outsideScopes(() -> manager.zeros(like.getShape()));
        arrays.put(key, kept);
        fresh.add(kept);
        from.add(like);
      }
      found.add(kept);
    }
    if (!fresh.isEmpty()) {
      Autograd.without(
          () -> {
            Ops.copyInto(fresh, from);
            return fresh;
          });
    }
    return found;
  }

  /** All arrays, by the names that checkpoints know them by. */
  public Map<String, NDArray> arrays() {
    Map<String, NDArray> named = new LinkedHashMap<>();
    arrays.forEach((name, array) -> named.put(PREFIX + name, array));
    return named;
  }

  /** All numbers, as checkpoints hold them. */
  public Map<String, String> numbers() {
    Map<String, String> named = new LinkedHashMap<>();
    numbers.forEach((name, value) -> named.put(PREFIX + name, Double.toString(value)));
    return named;
  }

  /** Remembers what a checkpoint holds and nothing else. */
  public void restore(Checkpoint checkpoint) {
    arrays.values().forEach(NDArray::close);
    arrays.clear();
    numbers.clear();
    checkpoint
        .state()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                numbers.put(name.substring(PREFIX.length()), Double.valueOf(value));
              }
            });
    checkpoint
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(PREFIX)) {
                arrays.put(
                    name.substring(PREFIX.length()),
                    ArrayScopes.outsideScopes(
                        () -> manager.zeros(new ai.djl.ndarray.types.Shape(tensor.shape()))));
              }
            });
    NetworkTensors.restore("", arrays(), checkpoint);
  }
}
