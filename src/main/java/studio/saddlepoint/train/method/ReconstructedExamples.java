package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.model.Encoder;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.nn.ForwardContext;
import studio.saddlepoint.torch.ArrayScopes;
import studio.saddlepoint.torch.Autograd;

/** A few real pictures from all over a data set, by which one sees how an autoencoder does. */
final class ReconstructedExamples {
  private static final int COUNT = 10;

  private final ImageShape shape;
  private final float[] pixels;
  private final long[] labels;

  /** The same pictures for the same data set. */
  ReconstructedExamples(DataSet data) {
    shape = data.shape();
    labels = new long[COUNT];
    byte[] bytes = new byte[COUNT * shape.pixels()];
    for (int i = 0; i < COUNT; i++) {
      int index = index(i, data.size());
      data.read(index, bytes, i * shape.pixels());
      labels[i] = Math.max(0, data.label(index));
    }
    pixels = Quantizer.pixels(bytes);
  }

  /**
   * Evenly over the set, each one further on: where classes take turns, or follow each other, the
   * examples are of different ones.
   *
   * @param example which, from 0
   * @param size of the data set
   */
  static int index(int example, int size) {
    return (int) (((long) example * size / COUNT + example) % size);
  }

  /** What a decoder makes of the codes that an encoder finds: of the means, as at rest. */
  Reconstructions by(Encoder encoder, Generator decoder, NDManager manager) {
    float[] made =
        ArrayScopes.scoped(
            () ->
                Autograd.without(
                    true,
                    () -> {
                      NDArray classes = ArrayScopes.of(manager, labels);
                      NDArray signed =
                          ArrayScopes.of(
                              manager,
                              pixels,
                              new Shape(COUNT, shape.channels(), shape.height(), shape.width()));
                      NDArray seen = decoder.range().ofSigned(signed);
                      NDArray codes =
                          encoder.encode(seen, classes, ForwardContext.of(false)).mean();
                      return decoder
                          .synthesize(codes, decoder.context(classes, false))
                          .toFloatArray();
                    }));
    return new Reconstructions(shape, pixels, made);
  }
}
