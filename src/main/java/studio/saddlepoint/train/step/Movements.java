package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;

/**
 * How far a step moves the players, as a whole and layer by layer: the norms of their gradients and
 * of their change over that of their weights. A layer is an array of two or more dimensions; biases
 * and the like, whose size says little, count in the whole only. It reads, and moves nothing, so
 * that a training is the same bit by bit with and without it.
 *
 * <p>It takes a few small operations a layer, at every {@value #EVERY}th step: well below a
 * hundredth of a training's time.
 */
public final class Movements implements AutoCloseable {
  /** Steps between two measurements. */
  public static final int EVERY = 50;

  private final List<Player> players;
  private final List<Long> counts = new ArrayList<>();
  private final List<List<NDArray>> before = new ArrayList<>();
  private final Map<String, Double> told = new LinkedHashMap<>();

  /**
   * Begins to watch a step, whose arrays are freed after this is closed.
   *
   * @param players before the step
   */
  public Movements(List<Player> players) {
    this.players = players;
    for (Player player : players) {
      counts.add(player.optimizer().count());
      before.add(player.weights().stream().map(each -> Autograd.detach(each).duplicate()).toList());
      player.optimizer().watch(gradients -> gradients(player, gradients));
    }
  }

  /** Whether a step is measured. */
  public static boolean due(long step) {
    return step % EVERY == 0;
  }

  /** The gradients of the first of a player's moves. */
  private void gradients(Player player, List<NDArray> gradients) {
    player.optimizer().watch(later -> {});
    Map<String, List<NDArray>> asked = new LinkedHashMap<>();
    for (int layer = 1, i = 0; i < gradients.size(); i++) {
      if (isLayer(player.weights().get(i))) {
        asked.put("gradient." + player.name() + ".layer" + layer++, List.of(gradients.get(i)));
      }
    }
    told.putAll(norms(asked));
  }

  /**
   * What was measured, when the step is made: {@code gradient.PLAYER.layerN}, {@code update.PLAYER}
   * and {@code update.PLAYER.layerN}, the change over the size before; of players that have moved.
   */
  public Map<String, Double> told() {
    Map<String, Double> all = new LinkedHashMap<>(told);
    for (int i = 0; i < players.size(); i++) {
      if (players.get(i).optimizer().count() > counts.get(i)) {
        all.putAll(updates(players.get(i), before.get(i)));
      }
    }
    return all;
  }

  private static Map<String, Double> updates(Player player, List<NDArray> before) {
    Map<String, Double> sizes =
        ArrayScopes.withoutGradients(
            () -> {
              Map<String, List<NDArray>> asked = new LinkedHashMap<>();
              List<NDArray> changes = new ArrayList<>();
              String name = "update." + player.name();
              for (int layer = 1, i = 0; i < before.size(); i++) {
                NDArray change = player.weights().get(i).sub(before.get(i));
                changes.add(change);
                if (isLayer(change)) {
                  asked.put(name + ".layer" + layer, List.of(change));
                  asked.put("of " + name + ".layer" + layer++, List.of(before.get(i)));
                }
              }
              asked.put(name, changes);
              asked.put("of " + name, before);
              return norms(asked);
            });
    Map<String, Double> ratios = new LinkedHashMap<>();
    sizes.forEach(
        (key, change) -> {
          double size = sizes.getOrDefault("of " + key, 0.0);
          if (size > 0) {
            ratios.put(key, change / size);
          }
        });
    return ratios;
  }

  private static Map<String, Double> norms(Map<String, List<NDArray>> of) {
    if (of.isEmpty()) {
      return Map.of();
    }
    return ArrayScopes.withoutGradients(
        () -> {
          Map<String, NDArray> norms = new LinkedHashMap<>();
          of.forEach((key, arrays) -> norms.put(key, Ops.norm(arrays)));
          return StepReport.read(norms);
        });
  }

  private static boolean isLayer(NDArray array) {
    return array.getShape().dimension() >= 2;
  }

  /** Watches no more. */
  @Override
  public void close() {
    players.forEach(player -> player.optimizer().watch(later -> {}));
  }
}
