package studio.saddlepoint.model;

import java.util.random.RandomGenerator;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;

/**
 * The choices and sizes that one network is built from.
 *
 * @param recipe the recipe
 * @param inputs length of what a generator takes; channels of what a discriminator judges, or
 *     numbers of a flat one
 * @param shape what a generator makes, or a discriminator judges
 * @param factory makes its layers
 */
record NetworkSpec(Recipe recipe, int inputs, ImageShape shape, LayerFactory factory) {
  /** Side of the smallest feature maps. */
  static final int SMALLEST = 4;

  /** This, of another number of inputs. */
  NetworkSpec withInputs(int count) {
    return new NetworkSpec(recipe, count, shape, factory);
  }

  /** How often the size doubles from the smallest maps to the picture. */
  int doublings() {
    return Integer.numberOfTrailingZeros(shape.height() / SMALLEST);
  }

  /** Where first weights come from. */
  RandomGenerator random() {
    return factory.random();
  }
}
