package studio.saddlepoint.model;

import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.StatelessLayer;
import studio.saddlepoint.nn.WeightInitializer;

/**
 * The builder of both networks of an architecture. A new architecture is one class of this kind and
 * one entry in {@link Architectures}.
 */
interface NetworkFamily {
  /**
   * The first half of the generator, from z to w; empty where w is z.
   *
   * @param spec the generator's; its inputs are the numbers of z, with those of the class
   */
  default Optional<MappingNetwork> mapping(NetworkSpec spec) {
    return Optional.empty();
  }

  /**
   * The second half of the generator, from w to pictures. With a mapping network, the pass's styles
   * are w, too.
   *
   * @param spec the generator's; its inputs are the numbers of w
   * @return (N, inputs), or w of {@link MappingNetwork#space}, to (N, C, H, W) without bounds: what
   *     the recipe's range of pictures is made from
   */
  Layer synthesis(NetworkSpec spec);

  /**
   * The discriminator without its last layer.
   *
   * @param spec the discriminator's
   * @return pictures (N, C, H, W), or what {@link #flat} says, to features (N, F, h, h) or (N, F)
   */
  Layer trunk(NetworkSpec spec);

  /**
   * A discriminator that reconstructs pictures (BEGAN), by way of a code as long as the
   * generator's; unless a family has its own, the encoder and decoder of BEGAN.
   *
   * @param spec the discriminator's
   * @return (N, inputs, H, W) to (N, C, H, W)
   */
  default Layer autoencoder(NetworkSpec spec) {
    return new BeganNetworks().autoencoder(spec);
  }

  /**
   * A discriminator that reconstructs pictures, of a family's own halves: the trunk, a dense layer
   * to a code as long as the generator's, then a generator.
   *
   * @param spec the discriminator's
   * @return (N, inputs, H, W) to (N, C, H, W) in the networks' own range
   */
  static Layer ofHalves(NetworkFamily family, NetworkSpec spec) {
    LayerFactory factory = spec.factory();
    Sequence layers = new Sequence().add(family.trunk(spec));
    Shape picture = new Shape(1, spec.inputs(), spec.shape().height(), spec.shape().width());
    int numbers = Math.toIntExact(layers.getOutputShapes(new Shape[] {picture})[0].size());
    int code = spec.recipe().generator().latentSize();
    RangeConversion range = new RangeConversion(spec.recipe().generator().range());
    return layers
        .add(StatelessLayer.reshape(new Shape(numbers)))
        .add(factory.linear(numbers, code, WeightInitializer.keeping(factory.random(), numbers)))
        .add(family.synthesis(new NetworkSpec(spec.recipe(), code, spec.shape(), factory)))
        .add(StatelessLayer.elementwise(range::bound));
  }

  /**
   * Whether its trunk has a place of its own for the deviation of a batch; otherwise that is added
   * behind it.
   */
  default boolean compares() {
    return false;
  }

  /**
   * What the weights of the discriminator's last layer begin with, and the vectors of classes that
   * its features are multiplied by.
   *
   * @param factory the discriminator's
   * @param features how many numbers a logit is made of
   */
  default WeightInitializer readout(LayerFactory factory, long features) {
    return WeightInitializer.dcgan(factory.random());
  }

  /**
   * Whether a class that is joined to what is judged comes as a vector, (N, pixels + K), and not as
   * maps, (N, C + K, H, W).
   */
  default boolean flat() {
    return false;
  }
}
