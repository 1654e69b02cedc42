package studio.saddlepoint.latent.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import studio.saddlepoint.core.NpyHeader;
import studio.saddlepoint.data.ImageShape;

/**
 * An .npz file as the evaluator of guided-diffusion (Dhariwal and Nichol 2021) and others take it:
 * {@code arr_0} holds the samples as uint8 {@code (N, H, W, 3)}, {@code arr_1} their classes as
 * int64 {@code (N)} where they are wanted. Those tools take three channels only, so a picture
 * without colour has three equal ones.
 */
final class NpzSink implements SampleSink {
  private static final int COLOURS = 3;

  private final StagedZip zip;
  private final ImageShape shape;
  private final int[] labels;
  private final OutputStream array;
  private final byte[] pixels;

  /**
   * Begins an array.
   *
   * @param zip with nothing in it
   * @param shape of each sample
   * @param count how many samples there will be
   * @param labelled whether their classes are written too
   * @throws IOException if it cannot be written
   */
  NpzSink(StagedZip zip, ImageShape shape, int count, boolean labelled) throws IOException {
    this.zip = zip;
    this.shape = shape;
    this.labels = new int[labelled ? count : 0];
    this.pixels = new byte[shape.height() * shape.width() * COLOURS];
    array = zip.begin("arr_0.npy");
    array.write(NpyHeader.of("|u1", count, shape.height(), shape.width(), COLOURS));
  }

  @Override
  public void add(Sample sample) throws IOException {
    int plane = shape.height() * shape.width();
    for (int colour = 0; colour < COLOURS; colour++) {
      int start = shape.channels() == 1 ? 0 : colour * plane;
      for (int i = 0; i < plane; i++) {
        pixels[i * COLOURS + colour] = sample.pixels()[start + i];
      }
    }
    array.write(pixels);
    if (labels.length > 0) {
      labels[sample.number()] = sample.label();
    }
  }

  @Override
  public ImageShape finish() throws IOException {
    array.close();
    if (labels.length > 0) {
      ByteBuffer numbers = ByteBuffer.allocate(labels.length * Long.BYTES);
      numbers.order(ByteOrder.LITTLE_ENDIAN);
      for (int label : labels) {
        numbers.putLong(label);
      }
      try (OutputStream out = zip.begin("arr_1.npy")) {
        out.write(NpyHeader.of("<i8", labels.length));
        out.write(numbers.array());
      }
    }
    zip.finish();
    return shape;
  }

  @Override
  public void close() {
    zip.close();
  }
}
