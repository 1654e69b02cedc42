package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDManager;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.recipe.Recipe;

/** All methods. */
public final class Methods {
  private Methods() {}

  /**
   * A recipe's method, its players at their first weights, which follow from the recipe.
   *
   * @param recipe chooses the method
   * @param data tells the pictures' shape and the classes
   * @param manager whose device all arrays live on, and which frees them
   */
  public static Method of(Recipe recipe, DataSet data, NDManager manager) {
    return switch (recipe.method().kind()) {
      case ADVERSARIAL, BEGAN -> new GanMethod(recipe, data, manager);
      case VAE -> new VaeMethod(recipe, data, manager);
    };
  }
}
