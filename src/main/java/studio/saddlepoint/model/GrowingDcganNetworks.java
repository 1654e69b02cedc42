package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.network.Downsampling;
import studio.saddlepoint.recipe.network.Upsampling;

/**
 * DCGAN's layers (Radford et al. 2015) as networks that grow: a transposed convolution a doubling,
 * a convolution of stride 2 a halving, and 1x1 convolutions between maps and pictures of each size.
 */
final class GrowingDcganNetworks extends GrowingNetworks {

  @Override
  Layer first(NetworkSpec spec, int channels) {
    LayerFactory factory = spec.factory();
    int side = NetworkSpec.SMALLEST;
    Sequence layers =
        new Sequence()
            .add(StatelessLayer.reshape(new Shape(spec.inputs(), 1, 1)))
            .add(
                factory.transposed(
                    spec.inputs(),
                    channels,
                    side,
                    1,
                    0,
                    !factory.normalized(),
                    DcganNetworks.weights(factory, spec.inputs())));
    factory.order(layers);
    return bend(layers, factory, channels, side);
  }

  @Override
  Layer doubling(NetworkSpec spec, int from, int to, int size) {
    LayerFactory factory = spec.factory();
    Upsampling upsampling = spec.recipe().generator().upsampling();
    boolean biased = !factory.normalized();
    Sequence layers = new Sequence();
    if (upsampling == Upsampling.TRANSPOSED) {
      WeightInitializer weights = DcganNetworks.weights(factory, 4 * from);
      layers.add(factory.transposed(from, to, 4, 2, 1, biased, weights));
    } else {
      WeightInitializer weights = DcganNetworks.weights(factory, 9 * from);
      layers
          .add(LayerFactory.doubling(upsampling))
          .add(factory.convolution(from, to, 3, 1, 1, biased, weights));
    }
    return bend(layers, factory, to, size);
  }

  private static Layer bend(Sequence layers, LayerFactory factory, int channels, int size) {
    factory.normalize(layers, new Shape(channels, size, size));
    layers.add(factory.activation(StatelessLayer.relu()));
    factory.attend(layers, channels, size);
    return layers;
  }

  @Override
  Layer toPicture(NetworkSpec spec, int from) {
    LayerFactory factory = spec.factory();
    WeightInitializer keeping = WeightInitializer.keeping(factory.random(), from);
    return factory.convolution(from, spec.shape().channels(), 1, 1, 0, true, keeping);
  }

  @Override
  Layer fromPicture(NetworkSpec spec, int to) {
    LayerFactory factory = spec.factory();
    WeightInitializer he = WeightInitializer.he(factory.random(), spec.inputs());
    Sequence layers = new Sequence().add(factory.convolution(spec.inputs(), to, 1, 1, 0, true, he));
    factory.order(layers);
    return layers.add(factory.activation(factory.leakyRelu()));
  }

  @Override
  Layer halving(NetworkSpec spec, int from, int to, int size) {
    LayerFactory factory = spec.factory();
    Downsampling downsampling = spec.trunk().downsampling();
    boolean strided = downsampling == Downsampling.STRIDE;
    boolean biased = !factory.normalized();
    int kernel = strided ? 4 : 3;
    WeightInitializer weights = DcganNetworks.weights(factory, kernel * kernel * from);
    Sequence layers =
        new Sequence()
            .add(factory.convolution(from, to, kernel, strided ? 2 : 1, 1, biased, weights));
    LayerFactory.pool(layers, downsampling);
    factory.normalize(layers, new Shape(to, size / 2, size / 2));
    layers.add(factory.activation(factory.leakyRelu()));
    factory.attend(layers, to, size / 2);
    return layers;
  }

  @Override
  Layer last(NetworkSpec spec, int channels) {
    return new Sequence();
  }
}
