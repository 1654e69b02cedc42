package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.Scalars;

/**
 * Moves a network's weights by its gradients. Its state is explicit, so that a checkpoint can hold
 * it.
 */
public final class Optimizer implements AutoCloseable {
  private static final double EPSILON = 1e-8;

  private final OptimizerKind kind;
  private final List<NDArray> weights;
  private final List<NDArray> first;
  private final List<NDArray> second;
  private final NDManager manager;
  private long count;
  private long rested;
  private Consumer<List<NDArray>> watcher = gradients -> {};

  /**
   * An optimizer at rest.
   *
   * @param kind the update rule; it stays for the whole run
   * @param network whose weights it moves
   */
  public Optimizer(OptimizerKind kind, Network network) {
    this(kind, network.manager(), network.weights());
  }

  /**
   * An optimizer at rest.
   *
   * @param kind the update rule; it stays for the whole run
   * @param parent whose device its state lives on
   * @param weights what it moves
   */
  public Optimizer(OptimizerKind kind, NDManager parent, List<NDArray> weights) {
    this.kind = kind;
    this.manager = parent.newSubManager();
    this.weights = List.copyOf(weights);
    this.first = zeros();
    this.second = kind == OptimizerKind.ADAM || kind == OptimizerKind.ADAMW ? zeros() : List.of();
  }

  private List<NDArray> zeros() {
    List<NDArray> made = new ArrayList<>();
    for (NDArray weight : weights) {
      NDArray zero = manager.zeros(weight.getShape(), weight.getDataType());
      NDScope.unregister(zero);
      made.add(zero);
    }
    return made;
  }

  /**
   * One step.
   *
   * @param gradients one for each weight, in the network's order
   * @param settings the rates at this moment
   */
  public void step(List<NDArray> gradients, OptimizerSettings settings) {
    watcher.accept(gradients);
    count++;
    Autograd.without(
        true,
        () -> {
          update(
              settings.clipNorm() > 0 ? clipped(gradients, settings.clipNorm()) : gradients,
              settings);
          return weights;
        });
  }

  /**
   * Gradients shortened so that all together are no longer than a bound (Pascanu et al. 2013,
   * algorithm 1).
   */
  private static List<NDArray> clipped(List<NDArray> gradients, double bound) {
    NDArray norm = Ops.norm(gradients);
    NDArray factor =
        Scalars.minimum(Scalars.mul(Scalars.pow(norm.add(1e-6f), -1), (float) bound), 1);
    return gradients.stream().map(each -> each.mul(factor)).toList();
  }

  private void update(List<NDArray> gradients, OptimizerSettings settings) {
    switch (kind) {
      case ADAM -> adam(gradients, settings);
      case ADAMW -> {
        // decoupled from the gradient: Loshchilov and Hutter 2019, algorithm 2
        double kept = 1 - settings.learningRate() * settings.weightDecay();
        weights.forEach(each -> each.muli(kept));
        adam(gradients, settings);
      }
      case RMSPROP ->
          Ops.rmsProp(
              weights, gradients, first, settings.learningRate(), settings.beta2(), EPSILON);
      case SGD -> Ops.sgd(weights, gradients, first, settings.learningRate(), settings.beta1());
    }
  }

  private void adam(List<NDArray> gradients, OptimizerSettings settings) {
    Ops.adam(
        weights,
        gradients,
        first,
        second,
        settings.learningRate(),
        settings.beta1(),
        settings.beta2(),
        EPSILON,
        count - rested);
  }

  /**
   * Shows somebody the gradients of each step from now on, before it is made.
   *
   * @param reader keeps none of them; in the place of the one before
   */
  public void watch(Consumer<List<NDArray>> reader) {
    watcher = reader;
  }

  /** How many steps were made. */
  public long count() {
    return count;
  }

  /** Continues counting from here, as a checkpoint tells. */
  public void restoreCount(long steps) {
    count = steps;
  }

  /** Forgets the gradients of before; counting goes on. */
  public void rest() {
    rested = count;
    Autograd.without(
        true,
        () -> {
          clear(first);
          clear(second);
          return first;
        });
  }

  private static void clear(List<NDArray> arrays) {
    for (NDArray each : arrays) {
      try (NDArray zeros = each.zerosLike()) {
        Ops.copyInto(List.of(each), List.of(zeros));
      }
    }
  }

  /** The count at the last {@link #rest}; 0 before. */
  public long rested() {
    return rested;
  }

  /** Has rested at a count, as a checkpoint tells. */
  public void restoreRested(long steps) {
    rested = steps;
  }

  /** Its arrays by name. */
  public Map<String, NDArray> state() {
    Map<String, NDArray> named = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      named.put("first" + i, first.get(i));
    }
    for (int i = 0; i < second.size(); i++) {
      named.put("second" + i, second.get(i));
    }
    return named;
  }

  @Override
  public void close() {
    manager.close();
  }
}
