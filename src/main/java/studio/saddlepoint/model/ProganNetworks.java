package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.style.EqualizedConv2d;
import studio.saddlepoint.nn.style.EqualizedLinear;

/**
 * Progressive GANs (Karras et al. 2018, table 2): two 3x3 convolutions a size, layers with an
 * equalised learning rate, normalisation after the activation, nearest neighbours up and means
 * down. The gain of sqrt(2) that the paper has in the weights stands behind each leaky ReLU. The
 * codes are normalised as the maps are; what compares pictures stands before the last convolution.
 */
final class ProganNetworks extends GrowingNetworks {
  private static final int KERNEL = 3;

  /** Keeps the variance before leaky ReLU. */
  static final double GAIN = Math.sqrt(2);

  @Override
  Layer first(NetworkSpec spec, int channels) {
    LayerFactory factory = spec.factory();
    int side = NetworkSpec.SMALLEST;
    Sequence layers =
        new Sequence()
            .add(StatelessLayer.pixelNorm())
            .add(linear(factory, spec.inputs(), channels * side * side))
            .add(StatelessLayer.reshape(new Shape(channels, side, side)));
    factory.order(layers);
    bend(layers, factory, channels, side);
    return convolve(layers, factory, channels, channels, side);
  }

  @Override
  Layer doubling(NetworkSpec spec, int from, int to, int size) {
    LayerFactory factory = spec.factory();
    Sequence layers =
        new Sequence().add(LayerFactory.doubling(spec.recipe().generator().upsampling()));
    convolve(layers, factory, from, to, size);
    convolve(layers, factory, to, to, size);
    factory.attend(layers, to, size);
    return layers;
  }

  @Override
  Layer toPicture(NetworkSpec spec, int from) {
    RandomGenerator random = spec.factory().random();
    return new EqualizedConv2d(from, spec.shape().channels(), 1, 1, 0, random);
  }

  @Override
  Layer fromPicture(NetworkSpec spec, int to) {
    LayerFactory factory = spec.factory();
    Sequence layers = new Sequence().add(convolution(factory, spec.inputs(), to, 1));
    factory.order(layers);
    return layers.add(factory.activation(factory.leakyRelu()));
  }

  @Override
  Layer halving(NetworkSpec spec, int from, int to, int size) {
    LayerFactory factory = spec.factory();
    Sequence layers = new Sequence();
    factory.attend(layers, from, size);
    convolve(layers, factory, from, from, size);
    convolve(layers, factory, from, to, size);
    return layers.add(StatelessLayer.averagePool(2));
  }

  @Override
  Layer last(NetworkSpec spec, int channels) {
    LayerFactory factory = spec.factory();
    int side = NetworkSpec.SMALLEST;
    Sequence layers = new Sequence();
    int from = channels;
    if (spec.trunk().compares()) {
      BatchComparisons.addDeviation(layers, new Shape(1, channels, side, side));
      from++;
    }
    convolve(layers, factory, from, channels, side);
    return layers
        .add(StatelessLayer.reshape(new Shape((long) channels * side * side)))
        .add(linear(factory, channels * side * side, channels))
        .add(factory.activation(factory.leakyRelu()));
  }

  @Override
  public boolean compares() {
    return true;
  }

  private static Sequence convolve(
      Sequence layers, LayerFactory factory, int from, int to, int size) {
    layers.add(convolution(factory, from, to, KERNEL));
    return bend(layers, factory, to, size);
  }

  private static Sequence bend(Sequence layers, LayerFactory factory, int channels, int size) {
    layers.add(factory.activation(factory.leakyRelu()));
    factory.normalize(layers, new Shape(channels, size, size));
    return layers;
  }

  /** A convolution that keeps the size. */
  static Layer convolution(LayerFactory factory, int from, int to, int kernel) {
    return new EqualizedConv2d(from, to, kernel, 1, kernel / 2, factory.random()).scaledBy(GAIN);
  }

  private static Layer linear(LayerFactory factory, int from, int to) {
    return new EqualizedLinear(from, to, 1, factory.random()).scaledBy(GAIN);
  }
}
