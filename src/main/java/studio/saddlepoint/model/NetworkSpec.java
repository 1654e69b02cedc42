package studio.saddlepoint.model;

import java.util.random.RandomGenerator;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.Downsampling;
import studio.saddlepoint.recipe.network.EncoderSettings;

/**
 * The choices and sizes that one network is built from.
 *
 * @param recipe the recipe
 * @param inputs length of what a generator takes; channels of what a discriminator judges, or
 *     numbers of a flat one
 * @param shape what a generator makes, or a discriminator judges
 * @param factory makes its layers
 * @param trunk sizes of what pictures go into, in a network that takes pictures
 */
record NetworkSpec(Recipe recipe, int inputs, ImageShape shape, LayerFactory factory, Trunk trunk) {
  /**
   * The sizes of a network that pictures go into.
   *
   * @param width channels of its first layer
   * @param downsampling how its maps shrink
   * @param compares whether it is told how much the pictures of a batch differ
   */
  record Trunk(int width, Downsampling downsampling, boolean compares) {
    /** A discriminator's. */
    static Trunk of(DiscriminatorSettings settings) {
      return new Trunk(settings.width(), settings.downsampling(), settings.minibatchDeviation());
    }

    /** An encoder's. */
    static Trunk of(EncoderSettings settings) {
      return new Trunk(settings.width(), settings.downsampling(), false);
    }
  }

  /** Side of the smallest feature maps. */
  static final int SMALLEST = 4;

  /** A spec of the generator's or the discriminator's. */
  NetworkSpec(Recipe recipe, int inputs, ImageShape shape, LayerFactory factory) {
    this(recipe, inputs, shape, factory, Trunk.of(recipe.discriminator()));
  }

  /** This, of another number of inputs. */
  NetworkSpec withInputs(int count) {
    return new NetworkSpec(recipe, count, shape, factory, trunk);
  }

  /** How often the size doubles from the smallest maps to the picture. */
  int doublings() {
    return Integer.numberOfTrailingZeros(shape.height() / SMALLEST);
  }

  /** Whether the networks grow with their pictures. */
  boolean grows() {
    return recipe.method().growing().on();
  }

  /** Where first weights come from. */
  RandomGenerator random() {
    return factory.random();
  }
}
