package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.*;

/**
 * Residual networks of pre-activation blocks, as WGAN-GP (Gulrajani et al. 2017, appendix F) and
 * SNGAN (Miyato et al. 2018, table 4) have them for CIFAR-10. The generator doubles the size in
 * every block by nearest neighbours; the discriminator halves it by means down to 8x8, followed by
 * two blocks of one size and the sum over space. Channels halve and double with the size.
 */
final class ResNetNetworks implements NetworkFamily {
  private static final int LAST = 8;
  private static final int PLAIN = 2;

  @Override
  public Layer synthesis(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int size = NetworkSpec.SMALLEST;
    int channels = spec.recipe().generator().width() << (spec.doublings() - 1);
    Sequence layers =
        new Sequence()
            .add(
                factory.linear(
                    spec.inputs(), channels * size * size, keeping(factory, spec.inputs())))
            .add(StatelessLayer.reshape(new Shape(channels, size, size)));
    factory.order(layers);
    for (int i = 0; i < spec.doublings(); i++) {
      int to = i == 0 ? channels : channels / 2;
      layers.add(growing(factory, channels, to, size));
      channels = to;
      size *= 2;
      factory.attend(layers, channels, size);
    }
    factory.normalize(layers, new Shape(channels, size, size));
    return layers
        .add(factory.activation(StatelessLayer.relu()))
        .add(
            factory.convolution(
                channels, spec.shape().channels(), 3, 1, 1, true, keeping(factory, 9 * channels)));
  }

  /** Norm, activation, doubling, convolution, norm, activation, convolution. */
  private static Layer growing(LayerFactory factory, int from, int to, int size) {
    boolean biased = !factory.normalized();
    Sequence main = new Sequence();
    factory.normalize(main, new Shape(from, size, size));
    main.add(factory.activation(StatelessLayer.relu()))
        .add(StatelessLayer.upsample(2))
        .add(factory.convolution(from, to, 3, 1, 1, biased, he(factory, 9 * from)));
    factory.normalize(main, new Shape(to, 2 * size, 2 * size));
    main.add(factory.activation(StatelessLayer.relu()))
        .add(factory.convolution(to, to, 3, 1, 1, biased, he(factory, 9 * to)));
    Sequence skip =
        new Sequence()
            .add(StatelessLayer.upsample(2))
            .add(factory.convolution(from, to, 1, 1, 0, false, keeping(factory, from)));
    return new Residual(main, skip);
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int size = spec.shape().height() / 2;
    int channels = spec.trunk().width();
    Sequence layers = new Sequence().add(first(factory, spec.inputs(), channels));
    factory.attend(layers, channels, size);
    while (size > LAST) {
      layers.add(judging(factory, channels, 2 * channels, size, true));
      channels *= 2;
      size /= 2;
      factory.attend(layers, channels, size);
    }
    for (int i = 0; i < PLAIN; i++) {
      layers.add(judging(factory, channels, channels, size, false));
    }
    return layers.add(factory.activation(StatelessLayer.relu())).add(StatelessLayer.sumOverSpace());
  }

  /** The block that sees the picture: no norm and no activation before its first convolution. */
  private static Layer first(LayerFactory factory, int from, int to) {
    Sequence main =
        new Sequence().add(factory.convolution(from, to, 3, 1, 1, true, he(factory, 9 * from)));
    factory.order(main);
    main.add(factory.activation(StatelessLayer.relu()))
        .add(factory.convolution(to, to, 3, 1, 1, true, he(factory, 9 * to)))
        .add(StatelessLayer.averagePool(2));
    Sequence skip =
        new Sequence()
            .add(StatelessLayer.averagePool(2))
            .add(factory.convolution(from, to, 1, 1, 0, false, keeping(factory, from)));
    return new Residual(main, skip);
  }

  /** (Norm,) activation, convolution, (norm,) activation, convolution(, means of 2x2). */
  private static Layer judging(LayerFactory factory, int from, int to, int size, boolean halving) {
    Sequence main = new Sequence();
    factory.normalize(main, new Shape(from, size, size));
    main.add(factory.activation(StatelessLayer.relu()))
        .add(factory.convolution(from, to, 3, 1, 1, !factory.normalized(), he(factory, 9 * from)));
    factory.normalize(main, new Shape(to, size, size));
    main.add(factory.activation(StatelessLayer.relu()))
        .add(factory.convolution(to, to, 3, 1, 1, true, he(factory, 9 * to)));
    Sequence skip = new Sequence();
    if (from != to) {
      skip.add(factory.convolution(from, to, 1, 1, 0, false, keeping(factory, from)));
    }
    if (halving) {
      main.add(StatelessLayer.averagePool(2));
      skip.add(StatelessLayer.averagePool(2));
    }
    return new Residual(main, skip);
  }

  private static WeightInitializer he(LayerFactory factory, int fanIn) {
    return WeightInitializer.he(factory.random(), fanIn);
  }

  private static WeightInitializer keeping(LayerFactory factory, int fanIn) {
    return WeightInitializer.keeping(factory.random(), fanIn);
  }
}
