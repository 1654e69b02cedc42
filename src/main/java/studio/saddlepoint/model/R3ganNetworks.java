package studio.saddlepoint.model;

import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.nn.conv.DepthwiseSum;
import studio.saddlepoint.nn.conv.GroupedResidual;
import studio.saddlepoint.nn.conv.LearntBasis;
import studio.saddlepoint.nn.conv.Pointwise;
import studio.saddlepoint.nn.style.Blur;

/**
 * R3GAN (Huang et al. 2024, section 3): residual blocks without normalisation, in stages of 4, 8,
 * ... pixels. The generator begins with a learnt basis of 4x4 maps, the discriminator ends with
 * weighted sums of its 4x4 maps; both meet the picture by a 1x1 convolution. The largest stage has
 * the width; each smaller one twice as many channels as the one above it, up to 768, so that a
 * width of 768 at 32 and of 384 at 64 pixels gives the authors' networks.
 *
 * <p>A block widens twofold and sees neighbours in groups of 16 channels. Between stages maps are
 * resampled by [1, 2, 1], and a 1x1 convolution changes their channels; it is taken at the smaller
 * size, as it can be exchanged with the resampling. First weights keep the variance; those of the L
 * blocks of a network are smaller by the factor L^(-1/4), and each block's last ones are 0.
 */
final class R3ganNetworks implements NetworkFamily {
  private static final int BLOCKS = 2;
  private static final int EXPANSION = 2;
  private static final int GROUP = 16;
  private static final int WIDEST = 768;
  private static final double[] TAPS = {1, 2, 1};

  @Override
  public Layer synthesis(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int stages = spec.doublings() + 1;
    int width = spec.recipe().generator().width();
    int size = NetworkSpec.SMALLEST;
    int channels = channels(width, stages - 1);
    Sequence layers =
        new Sequence()
            .add(
                new LearntBasis(
                    spec.inputs(),
                    channels,
                    size,
                    factory.first(keeping(factory, spec.inputs()), spec.inputs(), channels),
                    new WeightInitializer(factory.random(), 0, 1)));
    factory.order(layers);
    for (int stage = stages - 1; stage >= 0; stage--) {
      int to = channels(width, stage);
      if (stage < stages - 1) {
        change(layers, factory, channels, to);
        layers.add(Blur.enlarging(TAPS, 2));
        size *= 2;
      }
      channels = to;
      blocks(layers, factory, channels, size, stages);
    }
    int pixels = spec.shape().channels();
    return layers.add(pointwise(factory, channels, pixels));
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int stages = spec.doublings() + 1;
    int width = spec.trunk().width();
    int size = spec.shape().height();
    int channels = channels(width, 0);
    Sequence layers = new Sequence().add(pointwise(factory, spec.inputs(), channels));
    // not before: with one channel both memory orders are the same, and libtorch takes
    // the default one
    factory.order(layers);
    for (int stage = 0; stage < stages; stage++) {
      int to = channels(width, stage);
      if (stage > 0) {
        layers.add(Blur.shrinking(TAPS, 2));
        size /= 2;
        change(layers, factory, channels, to);
      }
      channels = to;
      blocks(layers, factory, channels, size, stages);
    }
    return layers.add(new DepthwiseSum(channels, size, keeping(factory, (long) size * size)));
  }

  @Override
  public Layer autoencoder(NetworkSpec spec) {
    return NetworkFamily.ofHalves(this, spec);
  }

  @Override
  public WeightInitializer readout(LayerFactory factory, long features) {
    return keeping(factory, features);
  }

  /** Channels of the stage whose maps are halved so often. */
  private static int channels(int width, int halvings) {
    return Math.max(width, (int) Math.min(WIDEST, (long) width << halvings));
  }

  /** A 1x1 convolution where the number of channels changes. */
  private static void change(Sequence layers, LayerFactory factory, int from, int to) {
    if (from != to) {
      layers.add(pointwise(factory, from, to));
    }
  }

  /** The blocks of a stage, and attention after them where there is any. */
  private static void blocks(
      Sequence layers, LayerFactory factory, int channels, int size, int stages) {
    int expanded = EXPANSION * channels;
    int groups = groups(expanded);
    double scale = factory.gain() * Math.pow((double) stages * BLOCKS, -0.25);
    for (int i = 0; i < BLOCKS; i++) {
      layers.add(
          new GroupedResidual(
              channels,
              expanded,
              groups,
              () -> factory.activation(factory.leakyRelu()),
              new GroupedResidual.FirstWeights(
                  factory.first(scaled(factory, channels, scale), channels, expanded),
                  factory.first(
                      scaled(factory, 9L * expanded / groups, scale),
                      9 * expanded / groups,
                      9 * expanded / groups),
                  factory.first(scaled(factory, expanded, 0), expanded, channels))));
    }
    factory.attend(layers, channels, size);
  }

  /** As many groups as leave 16 channels in each, or more where that does not divide them. */
  private static int groups(int channels) {
    int groups = Math.max(1, channels / GROUP);
    while (channels % groups != 0) {
      groups--;
    }
    return groups;
  }

  private static Layer pointwise(LayerFactory factory, int from, int to) {
    return new Pointwise(from, to, false, factory.first(keeping(factory, from), from, to));
  }

  private static WeightInitializer keeping(LayerFactory factory, long fanIn) {
    return WeightInitializer.keeping(factory.random(), fanIn);
  }

  private static WeightInitializer scaled(LayerFactory factory, long fanIn, double scale) {
    return new WeightInitializer(factory.random(), 0, scale / Math.sqrt(fanIn));
  }
}
