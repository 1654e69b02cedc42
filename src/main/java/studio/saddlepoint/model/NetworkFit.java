package studio.saddlepoint.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.parameter.HyperParameter;

/** The comparison of two recipes: whether the weights of one fit the networks of the other. */
public final class NetworkFit {
  private static final Set<String> OTHERS =
      Set.of("data.size", "method.kind", "method.conditional", "method.growing.from");

  /** Settings of networks that say how they learn, or what they begin with. */
  private static final Set<String> LEARNING =
      Set.of("emaDecay", "dropout", "firstWeights", "frozenLayers", "width");

  private NetworkFit() {}

  /**
   * Why weights do not fit; empty where they do. Classes and colours are for the data set to tell.
   *
   * @param here the recipe that is to start from them
   * @param there the recipe that they were trained with
   * @param run how that run is called
   * @return a sentence that names the fields that differ and what to change
   */
  public static Optional<String> refusal(Recipe here, Recipe there, String run) {
    if (shapes(inOrderOf(there, here)).equals(shapes(there))) {
      return Optional.empty();
    }
    List<String> reasons = differing(here, there, key -> matters(key, here, there));
    if (reasons.isEmpty()) { // only together
      reasons = differing(here, there, key -> true);
    }
    return Optional.of(
        "The weights of "
            + run
            + " do not fit these networks: "
            + String.join("; ", reasons)
            + ". Set "
            + (reasons.size() == 1 ? "it as it is" : "them as they are")
            + " there, or begin without those weights.");
  }

  /**
   * A recipe with the memory order of another one. The names of weights tell of the order, which is
   * nothing that was learnt: who starts from weights has the order that they were trained in.
   */
  public static Recipe inOrderOf(Recipe there, Recipe here) {
    return here.with("training.channelsLast", there.training().channelsLast());
  }

  /** What is other than it was for weights that fit nevertheless; often empty. */
  public static List<String> warnings(Recipe here, Recipe there) {
    return differing(here, there, key -> isForm(key.key())).stream()
        .map(each -> each + ": the weights were learnt as it is there.")
        .toList();
  }

  private static boolean isForm(String key) {
    return !key.contains(".optimizer.")
        && !OTHERS.contains(key)
        && !LEARNING.contains(key.substring(key.lastIndexOf('.') + 1));
  }

  private static List<String> differing(
      Recipe here, Recipe there, Predicate<HyperParameter> which) {
    List<String> found = new ArrayList<>();
    for (HyperParameter each : HyperParameters.all()) {
      String mine = each.format(each.get(here));
      String its = each.format(each.get(there));
      if (ofNetworks(each.key(), here, there) && !mine.equals(its) && which.test(each)) {
        found.add(each.key() + " is " + mine + " here and " + its + " in that run");
      }
    }
    return found;
  }

  private static boolean ofNetworks(String key, Recipe here, Recipe there) {
    String part = key.substring(0, Math.max(0, key.indexOf('.')));
    boolean ofPlayer =
        Stream.of("generator", "discriminator", "encoder").anyMatch(part::equals)
            && (here.method().kind().uses(key) || there.method().kind().uses(key));
    return ofPlayer || OTHERS.contains(key);
  }

  /** Whether a setting alone makes other networks. */
  private static boolean matters(HyperParameter each, Recipe here, Recipe there) {
    try {
      return !shapes(each.set(there, each.get(here))).equals(shapes(there));
    } catch (StudioException e) {
      return true; // it does not even go with the rest
    }
  }

  private static NetworkShapes shapes(Recipe recipe) {
    return NetworkShapes.of(recipe, recipe.method().conditional() ? 2 : 0, 1).learnt();
  }
}
