package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;
import studio.saddlepoint.recipe.network.Downsampling;

/**
 * The networks of BEGAN (Berthelot et al. 2017, figure 1): 3x3 convolutions with ELU, two for every
 * size. The encoder halves the size down to 8x8 while its channels grow by the width each time; the
 * decoder, which is also the generator, keeps the width and doubles by nearest neighbours unless
 * the recipe has it bilinear.
 */
final class BeganNetworks implements NetworkFamily {
  private static final int SMALLEST = 8;
  private static final int REPEATS = 2;

  @Override
  public Layer synthesis(NetworkSpec spec) {
    int width = spec.recipe().generator().width();
    return decoder(spec.factory(), spec, spec.inputs(), width);
  }

  @Override
  public Layer trunk(NetworkSpec spec) {
    return encoder(spec);
  }

  /**
   * Pictures to their reconstructions, by way of a code as long as the generator's.
   *
   * @param spec the discriminator's
   * @return (N, inputs, H, W) to (N, C, H, W)
   */
  @Override
  public Layer autoencoder(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    Sequence layers = encoder(spec);
    Shape picture = new Shape(1, spec.inputs(), spec.shape().height(), spec.shape().width());
    Shape maps = layers.getOutputShapes(new Shape[] {picture})[0];
    int numbers = Math.toIntExact(maps.size());
    int code = spec.recipe().generator().latentSize();
    layers
        .add(StatelessLayer.reshape(new Shape(numbers)))
        .add(factory.linear(numbers, code, linear(factory, numbers)));
    return layers.add(decoder(factory, spec, code, spec.trunk().width()));
  }

  private static Sequence encoder(NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    boolean strided = spec.trunk().downsampling() == Downsampling.STRIDE;
    int width = spec.trunk().width();
    int size = spec.shape().height();
    int channels = width;
    Sequence layers =
        new Sequence()
            .add(
                factory.convolution(
                    spec.inputs(), width, 3, 1, 1, true, he(factory, 9 * spec.inputs())));
    factory.order(layers);
    layers.add(factory.activation(StatelessLayer.elu()));
    while (true) {
      for (int i = 0; i < REPEATS; i++) {
        block(layers, factory, channels, channels, 1, size);
      }
      factory.attend(layers, channels, size);
      if (size <= SMALLEST) {
        return layers;
      }
      if (strided) {
        block(layers, factory, channels, channels + width, 2, size / 2);
      } else {
        block(layers, factory, channels, channels + width, 1, size);
        LayerFactory.pool(layers, spec.trunk().downsampling());
      }
      channels += width;
      size /= 2;
    }
  }

  private static Sequence decoder(LayerFactory factory, NetworkSpec spec, int code, int width) {
    int size = SMALLEST;
    Sequence layers =
        new Sequence()
            .add(factory.linear(code, width * size * size, linear(factory, code)))
            .add(StatelessLayer.reshape(new Shape(width, size, size)));
    factory.order(layers);
    while (true) {
      for (int i = 0; i < REPEATS; i++) {
        block(layers, factory, width, width, 1, size);
      }
      factory.attend(layers, width, size);
      if (size >= spec.shape().height()) {
        break;
      }
      layers.add(LayerFactory.doubling(spec.recipe().generator().upsampling()));
      size *= 2;
    }
    int channels = spec.shape().channels();
    return layers.add(
        factory.convolution(width, channels, 3, 1, 1, true, linear(factory, 9 * width)));
  }

  /** Convolution, norm if there is any, activation; maps of a size come out. */
  private static void block(
      Sequence layers, LayerFactory factory, int from, int to, int stride, int size) {
    boolean biased = !factory.normalized();
    layers.add(factory.convolution(from, to, 3, stride, 1, biased, he(factory, 9 * from)));
    factory.normalize(layers, new Shape(to, size, size));
    layers.add(factory.activation(StatelessLayer.elu()));
  }

  private static WeightInitializer he(LayerFactory factory, int fanIn) {
    return WeightInitializer.he(factory.random(), fanIn);
  }

  private static WeightInitializer linear(LayerFactory factory, int fanIn) {
    return WeightInitializer.keeping(factory.random(), fanIn);
  }
}
