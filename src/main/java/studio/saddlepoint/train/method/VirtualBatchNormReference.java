package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.model.Discriminator;
import studio.saddlepoint.model.RangeConversion;
import studio.saddlepoint.torch.ArrayScopes;

/** The real pictures that a discriminator with virtual batch norm compares all others with. */
final class VirtualBatchNormReference {
  private VirtualBatchNormReference() {}

  /**
   * Gives a discriminator pictures from all over a data set, if it needs any.
   *
   * @param discriminator keeps a copy
   * @param data where the pictures are from
   * @param range as the networks take pixels
   * @param manager where arrays are made
   */
  static void give(
      Discriminator discriminator, DataSet data, RangeConversion range, NDManager manager) {
    int count = discriminator.references();
    if (count == 0) {
      return;
    }
    ImageShape shape = data.shape();
    byte[] bytes = new byte[count * shape.pixels()];
    long[] labels = new long[count];
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * data.size() / count);
      data.read(index, bytes, i * shape.pixels());
      labels[i] = Math.max(0, data.label(index));
    }
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      pixels[i] = (bytes[i] & 0xff) / 127.5f - 1;
    }
    Shape batch = new Shape(count, shape.channels(), shape.height(), shape.width());
    ArrayScopes.scoped(
        () -> {
          NDArray classes = ArrayScopes.of(manager, labels);
          discriminator.setReference(
              range.ofSigned(ArrayScopes.of(manager, pixels, batch)), classes);
          return count;
        });
  }
}
