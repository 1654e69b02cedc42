package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
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
import studio.saddlepoint.nn.style.EqualizedConv2d;
import studio.saddlepoint.nn.style.EqualizedLinear;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Activation;
import studio.saddlepoint.recipe.network.Architecture;
import studio.saddlepoint.recipe.network.DiscriminatorSettings;
import studio.saddlepoint.recipe.network.Downsampling;
import studio.saddlepoint.recipe.network.EncoderSettings;
import studio.saddlepoint.recipe.network.FirstWeights;
import studio.saddlepoint.recipe.network.GeneratorSettings;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.recipe.network.Upsampling;

/**
 * Makes the layers of one network as its settings want them, whatever the architecture.
 *
 * @param normalization what {@link #normalize} adds
 * @param classes how many classes choose the scales of batch norm; 0 where they do not
 * @param activation what {@link #activation} gives
 * @param slope of leaky ReLU on the negative side
 * @param firstWeights what weights begin with
 * @param dropout share of the numbers after each {@link #activation} that training drops
 * @param equalized whether layers have an equalised learning rate; they begin as that has it
 * @param spectral whether weights are divided by their spectral norm
 * @param attention whether {@link #attend} adds anything
 * @param channelsLast memory order of convolutions
 * @param random where first weights come from
 */
record LayerFactory(
    Normalization normalization,
    int classes,
    Activation activation,
    double slope,
    FirstWeights firstWeights,
    double dropout,
    boolean equalized,
    boolean spectral,
    boolean attention,
    boolean channelsLast,
    RandomGenerator random) {
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
        settings.architecture().styled() ? Normalization.NONE : settings.normalization(),
        classes,
        settings.activation(),
        settings.slope(),
        settings.firstWeights(),
        settings.dropout(),
        recipe.generator().architecture().equalized(),
        settings.spectralNorm(),
        settings.attention(),
        recipe.training().channelsLast(),
        random);
  }

  /** A discriminator's. A dense one does without batch norm, which it does not need. */
  static LayerFactory ofDiscriminator(Recipe recipe, RandomGenerator random) {
    DiscriminatorSettings settings = recipe.discriminator();
    Architecture architecture = recipe.generator().architecture();
    return new LayerFactory(
        architecture.styled()
                || architecture.dense() && settings.normalization() == Normalization.BATCH
            ? Normalization.NONE
            : settings.normalization(),
        0,
        settings.activation(),
        settings.slope(),
        settings.firstWeights(),
        settings.dropout(),
        recipe.generator().architecture().equalized(),
        settings.spectralNorm(),
        settings.attention(),
        recipe.training().channelsLast(),
        random);
  }

  /** An encoder's. */
  static LayerFactory ofEncoder(Recipe recipe, RandomGenerator random) {
    EncoderSettings settings = recipe.encoder();
    return new LayerFactory(
        recipe.generator().architecture().styled() ? Normalization.NONE : settings.normalization(),
        0,
        settings.activation(),
        settings.slope(),
        settings.firstWeights(),
        settings.dropout(),
        recipe.generator().architecture().equalized(),
        false,
        false,
        recipe.training().channelsLast(),
        random);
  }

  /** The same without dropout. */
  LayerFactory withoutDropout() {
    return new LayerFactory(
        normalization,
        classes,
        activation,
        slope,
        firstWeights,
        0,
        equalized,
        spectral,
        attention,
        channelsLast,
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
    if (equalized) {
      return new EqualizedConv2d(from, to, kernel, stride, padding, biased, random);
    }
    Initializer first = first(initializer, kernel * kernel * from, kernel * kernel * to);
    Conv2d made = new Conv2d(from, to, kernel, stride, padding, biased, first);
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
    Initializer first = first(initializer, kernel * kernel * from, kernel * kernel * to);
    ConvTranspose2d made = new ConvTranspose2d(from, to, kernel, stride, padding, biased, first);
    return spectral ? made.spectral(random) : made;
  }

  Layer linear(int from, int to, WeightInitializer initializer) {
    if (equalized) {
      return new EqualizedLinear(from, to, 1, random);
    }
    Linear made = new Linear(from, to, first(initializer, from, to));
    return spectral ? made.spectral(random) : made;
  }

  /** What a weight begins with: what the architecture has, unless the settings have their own. */
  Initializer first(WeightInitializer usual, int fanIn, int fanOut) {
    return switch (firstWeights) {
      case USUAL -> usual;
      case XAVIER_UNIFORM -> UniformInitializer.xavier(random, fanIn, fanOut);
    };
  }

  /** What the scales of a normalisation begin with. */
  private Initializer scales() {
    return switch (firstWeights) {
      case USUAL -> WeightInitializer.dcgan(random).aroundOne();
      case XAVIER_UNIFORM -> Initializer.ONES;
    };
  }

  /** Adds what halves maps after a convolution of stride 1; nothing where that has stride 2. */
  static void pool(Sequence layers, Downsampling downsampling) {
    switch (downsampling) {
      case STRIDE -> {}
      case AVERAGE -> layers.add(StatelessLayer.averagePool(2));
      case MAX -> layers.add(StatelessLayer.maxPool(2));
    }
  }

  /** What doubles maps before a convolution of stride 1; nearest neighbours unless bilinear. */
  static Layer doubling(Upsampling upsampling) {
    return upsampling == Upsampling.BILINEAR
        ? StatelessLayer.upsampleBilinear(2)
        : StatelessLayer.upsample(2);
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
    Initializer scale = scales();
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
      case PIXEL -> layers.add(StatelessLayer.pixelNorm());
    }
  }

  /**
   * The activation, and the dropout after it.
   *
   * @param usual what the architecture takes where the settings leave it to it
   */
  Layer activation(StatelessLayer usual) {
    Layer bend = bend(usual);
    return dropout == 0 ? bend : new Sequence().add(bend).add(new Dropout(dropout));
  }

  /**
   * Leaky ReLU, unless the settings have another activation, times a number; then dropout.
   *
   * @param gain the number
   */
  Layer activationWithGain(double gain) {
    if (activation != Activation.USUAL && activation != Activation.LEAKY_RELU) {
      return new Sequence().add(activation(leakyRelu())).add(StatelessLayer.scaled(gain));
    }
    Layer bend = StatelessLayer.leakyRelu(slope, gain);
    return dropout == 0 ? bend : new Sequence().add(bend).add(new Dropout(dropout));
  }

  private Layer bend(StatelessLayer usual) {
    return switch (activation) {
      case USUAL -> usual;
      case RELU -> StatelessLayer.relu();
      case LEAKY_RELU -> leakyRelu();
      case ELU -> StatelessLayer.elu();
      case TANH -> StatelessLayer.tanh();
      case SIGMOID -> StatelessLayer.sigmoid();
    };
  }

  /**
   * The factor by which weights before {@link #activation} are larger, where that is usually leaky
   * ReLU, so that the variance stays (He et al. 2015, equation 15).
   */
  double gain() {
    return switch (activation) {
      case USUAL, LEAKY_RELU -> Math.sqrt(2 / (1 + slope * slope));
      case RELU -> Math.sqrt(2);
      case ELU, TANH, SIGMOID -> 1;
    };
  }

  /** Leaky ReLU of the recipe's slope. */
  StatelessLayer leakyRelu() {
    return StatelessLayer.leakyRelu(slope);
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
