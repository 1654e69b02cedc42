package studio.saddlepoint.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.network.OptimizerKind;
import studio.saddlepoint.recipe.network.OptimizerSettings;

/**
 * One network of a method, by name, with what moves it. Checkpoints hold its arrays under its name:
 * {@code NAME.*}, {@code NAME.optimizer.*}, and {@code average.*} for the running mean.
 *
 * @param name such as {@code generator}; also that of its losses and gradient norms
 * @param weights what it learns
 * @param tensors all arrays of the network by name, running statistics too
 * @param optimizer moves the weights
 * @param average running mean of its weights; at most one player of a method has it
 */
public record Player(
    String name,
    List<NDArray> weights,
    Map<String, NDArray> tensors,
    Optimizer optimizer,
    Optional<WeightAverage> average) {
  private static final String AVERAGE = "average.";

  /** The player of a network; its optimizer is at rest. */
  public static Player of(String name, Network network, OptimizerKind kind) {
    return new Player(
        name, network.weights(), network.state(), new Optimizer(kind, network), Optional.empty());
  }

  /**
   * The player of weights alone; its optimizer is at rest.
   *
   * @param manager whose device the optimizer's arrays live on
   */
  public static Player of(
      String name, NDManager manager, List<NDArray> weights, OptimizerKind kind) {
    return new Player(
        name, weights, Map.of(), new Optimizer(kind, manager, weights), Optional.empty());
  }

  /** This player with a running mean of its weights. */
  public Player with(WeightAverage mean) {
    return new Player(name, weights, tensors, optimizer, Optional.of(mean));
  }

  /**
   * Moves the weights.
   *
   * @param gradients one for each weight, in their order
   * @param settings the rates at this moment
   */
  public void step(List<NDArray> gradients, OptimizerSettings settings) {
    optimizer.step(gradients, settings);
  }

  /** The arrays of the network and of its running mean, by the prefix of their names. */
  public Map<String, Map<String, NDArray>> networks() {
    Map<String, Map<String, NDArray>> all = new LinkedHashMap<>();
    all.put(name + ".", tensors);
    average.ifPresent(mean -> all.put(AVERAGE, mean.generator().network().state()));
    return all;
  }

  /** The arrays of its optimizer, by the prefix of their names. */
  public Map<String, Map<String, NDArray>> moments() {
    return Map.of(name + ".optimizer.", optimizer.state());
  }

  /** The key under which checkpoints hold at which move its optimizer rested, where it did. */
  public String restedKey() {
    return name + ".optimizer.rested";
  }

  /** The key under which checkpoints hold how many moves it has made. */
  public String countKey() {
    return name + ".optimizer.count";
  }
}
