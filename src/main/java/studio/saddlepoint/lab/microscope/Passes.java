package studio.saddlepoint.lab.microscope;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.FrozenNetworks;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * Passes of a batch through a snapshot's networks. Used inside of {@code Snapshot.inside}.
 *
 * @param networks what is passed through
 */
record Passes(FrozenNetworks networks) {
  /**
   * The logits of pixels that the generator makes of codes.
   *
   * @param z one code for each
   * @param labels one class for each
   * @return (N, C, H, W)
   */
  NDArray logits(float[][] z, int[] labels, ForwardContext pass) {
    Generator generator = networks.generator();
    ForwardContext context = generator.context(classes(labels), networks.at(pass));
    return generator.logits(generator.map(codes(z), context), context);
  }

  /** The pictures (N, C, H, W) in -1..1 that it makes of codes. */
  NDArray pictures(float[][] z, int[] labels, ForwardContext pass) {
    Generator generator = networks.generator();
    ForwardContext context = generator.context(classes(labels), networks.at(pass));
    return generator.synthesize(generator.map(codes(z), context), context);
  }

  /**
   * Lets the discriminator judge pictures.
   *
   * @param x (N, C, H, W) in -1..1
   */
  void judge(NDArray x, int[] labels, ForwardContext pass) {
    discriminator()
        .judge(networks.generator().range().ofSigned(x), classes(labels), networks.at(pass));
  }

  /** An array of pictures. */
  NDArray array(float[] pixels, ImageShape shape) {
    return ArrayScopes.of(
        networks.manager(),
        pixels,
        new Shape(pixels.length / shape.pixels(), shape.channels(), shape.height(), shape.width()));
  }

  /** All layers of a network, as one. */
  Layer root(Side side) {
    return side == Side.GENERATOR
        ? networks.generator().network().layer()
        : discriminator().network().layer();
  }

  private Discriminator discriminator() {
    return networks.discriminator().orElseThrow(IllegalStateException::new);
  }

  private NDArray codes(float[][] z) {
    float[] flat = new float[z.length * z[0].length];
    for (int i = 0; i < z.length; i++) {
      System.arraycopy(z[i], 0, flat, i * z[0].length, z[0].length);
    }
    return ArrayScopes.of(networks.manager(), flat, new Shape(z.length, z[0].length));
  }

  private NDArray classes(int[] labels) {
    return networks.manager().create(Arrays.stream(labels).asLongStream().toArray());
  }
}
