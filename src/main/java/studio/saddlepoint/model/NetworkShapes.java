package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.PlayerNames;

/**
 * The shapes of all arrays of a recipe's networks, known without making them.
 *
 * @param byName under the names that checkpoints have, such as {@code discriminator.01head_weight};
 *     those of the running mean are the shapes of what it is the mean of
 */
public record NetworkShapes(Map<String, Shape> byName) {
  /** The array of a reference batch: examples of the data, not anything learnt. */
  private static final String REFERENCE = "reference";

  /**
   * The shapes of a recipe's networks.
   *
   * @param classes how many classes they are told of; 0 where they are not conditional
   * @param channels of the pictures
   */
  public static NetworkShapes of(Recipe recipe, int classes, int channels) {
    int size = recipe.data().size();
    ImageShape shape = new ImageShape(channels, size, size);
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    LatentSpace latent = new LatentSpace(recipe.generator().latentSize(), names);
    PlayerNames players = recipe.method().kind().players();
    Map<String, Shape> all = new LinkedHashMap<>();
    for (String player : players.names()) {
      Layer layers =
          player.equals(players.maker())
              ? Architectures.generatorLayers(recipe, latent, shape)
              : recipe.method().kind().judges()
                  ? Architectures.discriminatorLayers(recipe, classes, shape).layer()
                  : Architectures.encoderLayers(recipe, latent, shape).moments();
      for (Pair<String, Parameter> each : layers.getParameters()) {
        all.put(player + "." + each.getKey(), each.getValue().getShape());
      }
    }
    return new NetworkShapes(all);
  }

  /** Those without reference batches, which each run takes from its own data and chance. */
  NetworkShapes learnt() {
    Map<String, Shape> learnt = new LinkedHashMap<>(byName);
    learnt.keySet().removeIf(NetworkShapes::isReference);
    return new NetworkShapes(learnt);
  }

  /** Whether an array is a reference batch of virtual batch norm. */
  public static boolean isReference(String name) {
    return name.endsWith(REFERENCE);
  }

  /**
   * The axis of an array along which its last numbers belong to the classes, one each.
   *
   * @param more the shapes for one class more
   * @return empty where none does
   */
  public OptionalInt classAxis(String name, NetworkShapes more) {
    Shape here = byName.get(name);
    Shape there = more.byName.get(name);
    return here == null || there == null
        ? OptionalInt.empty()
        : IntStream.range(0, here.dimension())
            .filter(axis -> here.get(axis) != there.get(axis))
            .findFirst();
  }
}
