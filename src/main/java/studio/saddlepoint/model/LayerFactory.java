package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.*;
import studio.saddlepoint.nn.conv.Conv2d;
import studio.saddlepoint.nn.conv.ConvTranspose2d;
import studio.saddlepoint.nn.conv.Linear;
import studio.saddlepoint.nn.conv.SelfAttention;
import studio.saddlepoint.nn.minibatch.VirtualBatchNorm;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.nn.norm.ConditionalBatchNorm;
import studio.saddlepoint.nn.norm.InstanceNorm;
import studio.saddlepoint.nn.norm.LayerNorm;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Activation;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.EncoderSettings;
import studio.saddlepoint.recipe.network.GeneratorSettings;
import studio.saddlepoint.recipe.network.Normalization;

/**
 * Makes the layers of one network as its settings want them, whatever the architecture.
 *
 * @param normalization what {@link #normalize} adds
 * @param classes how many classes choose the scales of batch norm; 0 where they do not
 * @param activation what {@link #activation} gives
 * @param spectral whether weights are divided by their spectral norm
 * @param attention whether {@link #attend} adds anything
 * @param channelsLast memory order of convolutions
 * @param random where first weights come from
 */
record LayerFactory(
    Normalization normalization,
    int classes,
    Activation activation,
    boolean spectral,
    boolean attention,
    boolean channelsLast,
    RandomGenerator random) {
  /** Slope of leaky ReLU on the negative side. */
  static final double SLOPE = 0.2;

  /** Side of the maps that attend to themselves: larger ones take too long. */
  private static final int ATTENDING = 16;

  /**
   * A generator's.
   *
   * @param classes how many classes choose the scales of batch norm; 0 where they do not
   */
  static LayerFactory ofGenerator(Recipe recipe, int classes, RandomGenerator random) {
    GeneratorSettings settings = recipe.generator();
    return new LayerFactory(
        settings.normalization(),
        classes,
        settings.activation(),
        settings.spectralNorm(),
        settings.attention(),
        recipe.training().channelsLast(),
        random);
  }

  /** A discriminator's. A dense one does without batch norm, which it does not need. */
  static LayerFactory ofDiscriminator(Recipe recipe, RandomGenerator random) {
    DiscriminatorSettings settings = recipe.discriminator();
    boolean dense = recipe.generator().architecture().dense();
    return new LayerFactory(
        dense && settings.normalization() == Normalization.BATCH
            ? Normalization.NONE
            : settings.normalization(),
        0,
        settings.activation(),
        settings.spectralNorm(),
        settings.attention(),
        recipe.training().channelsLast(),
        random);
  }

  /** An encoder's. A dense one does without batch norm, as dense discriminators do. */
  static LayerFactory ofEncoder(Recipe recipe, RandomGenerator random) {
    EncoderSettings settings = recipe.encoder();
    boolean dense = recipe.generator().architecture().dense();
    return new LayerFactory(
        dense && settings.normalization() == Normalization.BATCH
            ? Normalization.NONE
            : settings.normalization(),
        0,
        settings.activation(),
        false,
        false,
        recipe.training().channelsLast(),
        random);
  }

  /** Whether {@link #normalize} adds anything; what comes before it then needs no bias. */
  boolean normalized() {
    return normalization != Normalization.NONE;
  }

  Layer convolution(
      int from,
      int to,
      int kernel,
      int stride,
      int padding,
      boolean biased,
      WeightInitializer initializer) {
    Conv2d made = new Conv2d(from, to, kernel, stride, padding, biased, initializer);
    return spectral ? made.spectral(random) : made;
  }

  Layer transposed(
      int from,
      int to,
      int kernel,
      int stride,
      int padding,
      boolean biased,
      WeightInitializer initializer) {
    ConvTranspose2d made =
        new ConvTranspose2d(from, to, kernel, stride, padding, biased, initializer);
    return spectral ? made.spectral(random) : made;
  }

  Layer linear(int from, int to, WeightInitializer initializer) {
    Linear made = new Linear(from, to, initializer);
    return spectral ? made.spectral(random) : made;
  }

  /** Adds the memory order that convolutions are to run in. */
  void order(Sequence layers) {
    if (channelsLast) {
      layers.add(StatelessLayer.channelsLast());
    }
  }

  /**
   * Adds the normalisation, if there is any.
   *
   * @param each shape of an example: (C, H, W) or (C)
   */
  void normalize(Sequence layers, Shape each) {
    int channels = Math.toIntExact(each.get(0));
    WeightInitializer scale = WeightInitializer.dcgan(random).aroundOne();
    switch (normalization) {
      case NONE -> {}
      case BATCH ->
          layers.add(
              classes == 0
                  ? new BatchNorm(channels, scale)
                  : new ConditionalBatchNorm(channels, classes, scale));
      case INSTANCE -> layers.add(new InstanceNorm(channels, scale));
      case LAYER -> layers.add(new LayerNorm(each, scale));
      case VIRTUAL_BATCH -> layers.add(new VirtualBatchNorm(channels, scale));
    }
  }

  /**
   * The activation.
   *
   * @param usual what the architecture takes where the settings leave it to it
   */
  Layer activation(StatelessLayer usual) {
    return switch (activation) {
      case USUAL -> usual;
      case RELU -> StatelessLayer.relu();
      case LEAKY_RELU -> StatelessLayer.leakyRelu(SLOPE);
      case ELU -> StatelessLayer.elu();
      case TANH -> StatelessLayer.tanh();
      case SIGMOID -> StatelessLayer.sigmoid();
    };
  }

  /**
   * Adds self-attention, if it is wanted and the maps (N, channels, size, size) are of its size.
   */
  void attend(Sequence layers, int channels, int size) {
    if (attention && size == ATTENDING) {
      SelfAttention made = new SelfAttention(channels, WeightInitializer.keeping(random, channels));
      layers.add(spectral ? made.spectral(random) : made);
    }
  }
}
