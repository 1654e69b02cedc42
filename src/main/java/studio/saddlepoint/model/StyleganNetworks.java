package studio.saddlepoint.model;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.style.AdaptiveLayer;
import studio.saddlepoint.nn.style.Blur;
import studio.saddlepoint.nn.style.EqualizedConv2d;
import studio.saddlepoint.nn.style.LearntConstant;

/**
 * StyleGAN (Karras et al. 2019): a mapping network, and a generator that begins with a learnt
 * constant of 4x4 and has two styled layers a size, with noise and adaptive instance norm; the
 * picture's own convolution has no style. Stage i, counted from 4x4, takes the rows 2 i and 2 i + 1
 * of w. The discriminator is the progressive one. Maps are smoothed by [1, 2, 1] behind the
 * convolution after a doubling and before the one that halves (section 2, configuration B; where is
 * as in the authors' code). The gain of sqrt(2) is in the weights, as there.
 */
final class StyleganNetworks extends GrowingNetworks {
  /** One side of the kernel that smooths where the size changes. */
  private static final double[] TAPS = {1, 2, 1};

  private static final int KERNEL = 3;

  private final ProganNetworks progressive = new ProganNetworks();

  @Override
  public Optional<MappingNetwork> mapping(NetworkSpec spec) {
    return Optional.of(StyleMapping.of(spec));
  }

  @Override
  Layer first(NetworkSpec spec, int channels) {
    int size = NetworkSpec.SMALLEST;
    Sequence constant = new Sequence().add(new LearntConstant(channels, size));
    spec.factory().order(constant);
    return stage(
        spec,
        size,
        styled(spec, constant, channels, size),
        styled(spec, convolution(spec, channels, channels), channels, size));
  }

  @Override
  Layer doubling(NetworkSpec spec, int from, int to, int size) {
    Sequence doubled =
        new Sequence()
            .add(StatelessLayer.upsample(2))
            .add(convolution(spec, from, to))
            .add(Blur.same(TAPS));
    return stage(
        spec,
        size,
        styled(spec, doubled, to, size),
        styled(spec, convolution(spec, to, to), to, size));
  }

  private static Layer stage(NetworkSpec spec, int size, Layer first, Layer second) {
    int row = spec.recipe().generator().architecture().styledLayers(size) - 2;
    return new StyledStage(row, List.of(first, second));
  }

  private static Layer styled(NetworkSpec spec, Layer maps, int channels, int size) {
    LayerFactory factory = spec.factory();
    return new AdaptiveLayer(
        maps,
        channels,
        size,
        spec.inputs(),
        factory.activation(factory.leakyRelu()),
        spec.random());
  }

  private static Layer convolution(NetworkSpec spec, int from, int to) {
    return new EqualizedConv2d(from, to, KERNEL, 1, KERNEL / 2, false, spec.random())
        .scaledBy(ProganNetworks.GAIN);
  }

  @Override
  Layer toPicture(NetworkSpec spec, int from) {
    return progressive.toPicture(spec, from);
  }

  @Override
  Layer fromPicture(NetworkSpec spec, int to) {
    return progressive.fromPicture(spec, to);
  }

  /** Means come before the bend, as in the authors' code; a bias is the same before them. */
  @Override
  Layer halving(NetworkSpec spec, int from, int to, int size) {
    LayerFactory factory = spec.factory();
    return new Sequence()
        .add(ProganNetworks.convolution(factory, from, from, KERNEL))
        .add(factory.activation(factory.leakyRelu()))
        .add(Blur.same(TAPS))
        .add(ProganNetworks.convolution(factory, from, to, KERNEL))
        .add(StatelessLayer.averagePool(2))
        .add(factory.activation(factory.leakyRelu()));
  }

  @Override
  Layer last(NetworkSpec spec, int channels) {
    return progressive.last(spec, channels);
  }

  @Override
  public boolean compares() {
    return true;
  }
}
