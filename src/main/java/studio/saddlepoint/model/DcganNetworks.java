package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.network.Downsampling;
import studio.saddlepoint.recipe.network.Upsampling;

/**
 * DCGAN (Radford et al. 2015): from 4x4, channels halve whenever the size doubles; no normalisation
 * at the picture's end of each network; ReLU in the generator, leaky ReLU 0.2 in the discriminator.
 * First weights are N(0, 0.02^2) before a normalisation and He's where there is none: without it
 * such small weights leave next to nothing of a signal.
 */
final class DcganNetworks implements NetworkFamily {

  @Override
  public Layer synthesis(NetworkSpec spec) {
    return spec.grows() ? new GrowingDcganNetworks().synthesis(spec) : whole(spec);
  }

  private static Layer whole(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int doublings = spec.doublings();
    int size = NetworkSpec.SMALLEST;
    int channels = spec.recipe().generator().width() << (doublings - 1);
    boolean normalized = factory.normalized();
    Sequence layers =
        new Sequence()
            .add(StatelessLayer.reshape(new Shape(spec.inputs(), 1, 1)))
            .add(
                factory.transposed(
                    spec.inputs(),
                    channels,
                    size,
                    1,
                    0,
                    !normalized,
                    weights(factory, spec.inputs())));
    factory.order(layers);
    for (int i = 1; i <= doublings; i++) {
      factory.normalize(layers, new Shape(channels, size, size));
      layers.add(factory.activation(StatelessLayer.relu()));
      factory.attend(layers, channels, size);
      boolean last = i == doublings;
      int next = last ? spec.shape().channels() : channels / 2;
      WeightInitializer small = WeightInitializer.dcgan(factory.random());
      boolean biased = last || !normalized;
      if (spec.recipe().generator().upsampling() == Upsampling.TRANSPOSED) {
        layers.add(
            factory.transposed(
                channels, next, 4, 2, 1, biased, last ? small : weights(factory, 4 * channels)));
      } else {
        layers
            .add(LayerFactory.doubling(spec.recipe().generator().upsampling()))
            .add(
                factory.convolution(
                    channels,
                    next,
                    3,
                    1,
                    1,
                    biased,
                    last ? small : weights(factory, 9 * channels)));
      }
      channels = next;
      size *= 2;
    }
    return layers;
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    return spec.grows() ? new GrowingDcganNetworks().trunk(spec) : wholeTrunk(spec);
  }

  private static Layer wholeTrunk(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    boolean strided = spec.trunk().downsampling() == Downsampling.STRIDE;
    Sequence layers = new Sequence();
    int size = spec.shape().height();
    int from = spec.inputs();
    int to = spec.trunk().width();
    for (int i = 0; i < spec.doublings(); i++) {
      boolean normalized = factory.normalized() && i > 0;
      layers.add(
          strided
              ? factory.convolution(from, to, 4, 2, 1, !normalized, weights(factory, 16 * from))
              : factory.convolution(from, to, 3, 1, 1, !normalized, weights(factory, 9 * from)));
      if (i == 0) {
        // not before: with one channel both memory orders are the same, and libtorch takes
        // the default one
        factory.order(layers);
      }
      LayerFactory.pool(layers, spec.trunk().downsampling());
      size /= 2;
      if (normalized) {
        factory.normalize(layers, new Shape(to, size, size));
      }
      layers.add(factory.activation(factory.leakyRelu()));
      factory.attend(layers, to, size);
      from = to;
      to *= 2;
    }
    return layers;
  }

  @Override
  public Layer autoencoder(NetworkSpec spec) {
    return NetworkFamily.ofHalves(this, spec);
  }

  static WeightInitializer weights(LayerFactory factory, int fanIn) {
    return factory.normalized()
        ? WeightInitializer.dcgan(factory.random())
        : WeightInitializer.he(factory.random(), fanIn);
  }
}
