package studio.saddlepoint.lab.plane;

import java.util.HashMap;
import java.util.Map;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodKind;

/**
 * A training of points.
 *
 * @param data real points
 * @param sizes of both networks
 * @param recipe whose method, optimizers and seed are taken; its networks and data are not
 */
public record PlaneSettings(PlaneData data, NetworkSizes sizes, Recipe recipe) {
  /** Checks the method. */
  public PlaneSettings {
    if (recipe.method().kind() != MethodKind.ADVERSARIAL) {
      throw new StudioException(
          "Points are trained by the method adversarial, not by "
              + recipe.method().kind().label()
              + ".");
    }
  }

  /** Adam 1e-3 (0.5, 0.9) for both players of two layers of 32, the non-saturating loss. */
  public static PlaneSettings of(PlaneData data) {
    Map<String, Object> changes = new HashMap<>();
    for (String player : new String[] {"generator", "discriminator"}) {
      changes.put(player + ".optimizer.learningRate", 1e-3);
      changes.put(player + ".optimizer.beta1", 0.5);
      changes.put(player + ".optimizer.beta2", 0.9);
    }
    changes.put("discriminator.normalization", "none");
    return new PlaneSettings(data, new NetworkSizes(2, 32, 2, 32), Recipe.defaults().with(changes));
  }

  /** The same with other settings of the recipe. */
  public PlaneSettings with(Map<String, ?> changes) {
    return new PlaneSettings(data, sizes, recipe.with(changes));
  }

  /** The same with other points. */
  public PlaneSettings with(PlaneData other) {
    return new PlaneSettings(other, sizes, recipe);
  }

  /** The same with other networks. */
  public PlaneSettings with(NetworkSizes other) {
    return new PlaneSettings(data, other, recipe);
  }
}
