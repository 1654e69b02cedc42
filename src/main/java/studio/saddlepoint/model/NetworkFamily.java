package studio.saddlepoint.model;

import java.util.Optional;
import studio.saddlepoint.nn.Layer;

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
   * Whether a class that is joined to what is judged comes as a vector, (N, pixels + K), and not as
   * maps, (N, C + K, H, W).
   */
  default boolean flat() {
    return false;
  }
}
