package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.network.Downsampling;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.recipe.network.Upsampling;

/**
 * Dense layers around strided convolutions, the plan of InfoGAN's networks (Chen et al. 2016,
 * appendix C.1), with one more convolution before the picture and every hidden layer normalised.
 *
 * <p>The generator: dense to 1024, dense to the smallest maps, a transposed 4x4 convolution for
 * every doubling, whose channels halve down to the width, and a 3x3 convolution to the picture. The
 * discriminator: a 4x4 convolution of stride 2 for every halving, whose channels double from the
 * width on, and a dense layer of 1024 features. The smallest maps are 7x7 for 28 pixels, 2x2 for
 * 32, 4x4 for 64 and 128: {@link #halvings}. At width 32 the generator, at 64 the discriminator has
 * 128 channels at 7x7 and 512 at 2x2.
 *
 * <p>Each layer is followed by its normalisation, then its activation: ReLU in the generator, leaky
 * ReLU in the discriminator unless the recipe says otherwise. Instance norm has maps to normalise
 * over only beside convolutions: dense layers go without it.
 */
final class DenseConvNetworks implements NetworkFamily {
  /** Numbers of a hidden dense layer, of any width. */
  private static final int DENSE = 1024;

  /** So often pictures are halved at least, where their side stays even. */
  private static final int HALVINGS = 4;

  /** The largest side that a dense layer is to meet. */
  private static final int LARGEST = 7;

  @Override
  public Layer synthesis(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int halvings = halvings(spec.shape().height());
    int size = spec.shape().height() >> halvings;
    int channels = spec.recipe().generator().width() << halvings;
    Sequence layers = new Sequence();
    dense(layers, factory, spec.inputs(), DENSE, StatelessLayer.relu());
    dense(layers, factory, DENSE, channels * size * size, StatelessLayer.relu());
    layers.add(StatelessLayer.reshape(new Shape(channels, size, size)));
    factory.order(layers);
    for (int i = 0; i < halvings; i++) {
      grow(layers, spec, channels);
      channels /= 2;
      size *= 2;
      factory.normalize(layers, new Shape(channels, size, size));
      layers.add(factory.activation(StatelessLayer.relu()));
      factory.attend(layers, channels, size);
    }
    WeightInitializer small = WeightInitializer.dcgan(factory.random());
    return layers.add(factory.convolution(channels, spec.shape().channels(), 3, 1, 1, true, small));
  }

  /** (N, channels, H, W) to (N, channels / 2, 2 H, 2 W). */
  private static void grow(Sequence layers, NetworkSpec spec, int channels) {
    LayerFactory factory = spec.factory();
    Upsampling how = spec.recipe().generator().upsampling();
    boolean biased = !factory.normalized();
    if (how == Upsampling.TRANSPOSED) {
      // with stride 2, four of the kernel's sixteen places meet an output
      WeightInitializer weights = weights(factory, 4 * channels);
      layers.add(factory.transposed(channels, channels / 2, 4, 2, 1, biased, weights));
      return;
    }
    layers
        .add(LayerFactory.doubling(how))
        .add(
            factory.convolution(
                channels, channels / 2, 3, 1, 1, biased, weights(factory, 9 * channels)));
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    Downsampling how = spec.trunk().downsampling();
    boolean biased = !factory.normalized();
    int size = spec.shape().height();
    int from = spec.inputs();
    int to = spec.trunk().width();
    Sequence layers = new Sequence();
    int halvings = halvings(size);
    for (int i = 0; i < halvings; i++) {
      layers.add(
          how == Downsampling.STRIDE
              ? factory.convolution(from, to, 4, 2, 1, biased, weights(factory, 16 * from))
              : factory.convolution(from, to, 3, 1, 1, biased, weights(factory, 9 * from)));
      if (i == 0) {
        // not before: with one channel both memory orders are the same, and libtorch takes
        // the default one
        factory.order(layers);
      }
      LayerFactory.pool(layers, how);
      size /= 2;
      factory.normalize(layers, new Shape(to, size, size));
      layers.add(factory.activation(factory.leakyRelu()));
      factory.attend(layers, to, size);
      from = to;
      to *= 2;
    }
    int numbers = from * size * size;
    layers.add(StatelessLayer.reshape(new Shape(numbers)));
    dense(layers, factory, numbers, DENSE, factory.leakyRelu());
    return layers;
  }

  @Override
  public Layer autoencoder(NetworkSpec spec) {
    return NetworkFamily.ofHalves(this, spec);
  }

  /** (N, from) to (N, to), normalised and bent. */
  private static void dense(
      Sequence layers, LayerFactory factory, int from, int to, StatelessLayer usual) {
    layers.add(factory.linear(from, to, weights(factory, from)));
    if (factory.normalization() != Normalization.INSTANCE) {
      factory.normalize(layers, new Shape(to));
    }
    layers.add(factory.activation(usual));
  }

  /** How often a side is halved before a dense layer takes over. */
  private static int halvings(int side) {
    int halved = 0;
    int size = side;
    while (size % 2 == 0 && (halved < HALVINGS || size > LARGEST)) {
      size /= 2;
      halved++;
    }
    return halved;
  }

  /** As in {@link DcganNetworks}: DCGAN's before a normalisation, He's where there is none. */
  private static WeightInitializer weights(LayerFactory factory, int fanIn) {
    return factory.normalized()
        ? WeightInitializer.dcgan(factory.random())
        : WeightInitializer.he(factory.random(), fanIn);
  }
}
