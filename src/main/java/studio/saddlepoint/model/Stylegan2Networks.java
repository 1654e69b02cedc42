package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import studio.saddlepoint.nn.*;
import studio.saddlepoint.nn.style.Blur;

/**
 * StyleGAN2 (Karras et al. 2020): a mapping network, a generator of modulated convolutions with
 * output skips, and a residual discriminator; learning rates are equalized throughout. Channels
 * double with every halving of the size, up to {@value #MOST}.
 */
final class Stylegan2Networks implements NetworkFamily {
  /** One side of the kernel that smooths where the size changes. */
  static final double[] TAPS = {1, 3, 3, 1};

  private static final int MOST = 512;

  @Override
  public Optional<MappingNetwork> mapping(NetworkSpec spec) {
    return Optional.of(StyleMapping.of(spec));
  }

  @Override
  public Layer synthesis(NetworkSpec spec) {
    return new Stylegan2Synthesis(spec);
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    int size = spec.shape().height();
    int width = spec.trunk().width();
    int from = width;
    Sequence layers =
        new Sequence()
            .add(convolution(factory, spec.inputs(), from, 1, true))
            .add(activation(factory));
    factory.order(layers);
    for (int now = size; now > NetworkSpec.SMALLEST; now /= 2) {
      int to = channels(width, size, now / 2);
      layers.add(halving(factory, from, to));
      from = to;
    }
    if (spec.trunk().compares()) {
      BatchComparisons.addDeviation(
          layers, new Shape(1, from, NetworkSpec.SMALLEST, NetworkSpec.SMALLEST));
    }
    int numbers = from * NetworkSpec.SMALLEST * NetworkSpec.SMALLEST;
    int compared = spec.trunk().compares() ? from + 1 : from;
    return layers
        .add(convolution(factory, compared, from, 3, true))
        .add(activation(factory))
        .add(StatelessLayer.reshape(new Shape(numbers)))
        .add(factory.linear(numbers, from, usual(factory)))
        .add(activation(factory));
  }

  @Override
  public boolean compares() {
    return true;
  }

  /** The sum of two convolutions and a short way, over sqrt(2), at half the size. */
  private static Layer halving(LayerFactory factory, int from, int to) {
    Sequence main =
        new Sequence()
            .add(convolution(factory, from, from, 3, true))
            .add(activation(factory))
            .add(Blur.beforeStride(TAPS, 2, 3))
            .add(factory.convolution(from, to, 3, 2, 0, true, usual(factory)))
            .add(activation(factory));
    Sequence skip =
        new Sequence().add(Blur.shrinking(TAPS, 2)).add(convolution(factory, from, to, 1, false));
    return new Sequence().add(new Residual(main, skip)).add(StatelessLayer.scaled(Math.sqrt(0.5)));
  }

  /** A convolution that keeps the size. */
  private static Layer convolution(
      LayerFactory factory, int from, int to, int kernel, boolean biased) {
    return factory.convolution(from, to, kernel, 1, kernel / 2, biased, usual(factory));
  }

  /** Not used where learning rates are equalized. */
  private static WeightInitializer usual(LayerFactory factory) {
    return new WeightInitializer(factory.random(), 0, 1);
  }

  /** The channels at a size, of a width at the largest. */
  static int channels(int width, int largest, int size) {
    return Math.min(Math.max(MOST, width), width * (largest / size));
  }

  /** Leaky ReLU, or what the recipe has instead, times sqrt(2), which keeps the variance. */
  static Layer activation(LayerFactory factory) {
    return factory.activationWithGain(Math.sqrt(2));
  }
}
