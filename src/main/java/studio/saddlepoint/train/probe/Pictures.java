package studio.saddlepoint.train.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.metrics.distribution.StrideEnergy;

/**
 * Pictures as bytes.
 *
 * @param shape of each
 * @param bytes (N, C, H, W), unsigned; not to be changed
 */
record Pictures(ImageShape shape, byte[] bytes) {
  /**
   * Pictures of a data set.
   *
   * @param images their indices
   */
  static Pictures of(DataSet data, int[] images) {
    return new Pictures(data.shape(), data.read(images));
  }

  int count() {
    return bytes.length / shape.pixels();
  }

  /** In -1..1, (N, C, H, W). */
  float[] signed() {
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (bytes[i] & 0xff) / 127.5f - 1;
    }
    return values;
  }

  /** As coarse as pictures of a size are, but as large as these. */
  Pictures coarse(int size) {
    int block = shape.height() / size;
    if (block <= 1) {
      return this;
    }
    byte[] means = new byte[bytes.length];
    int width = shape.width();
    for (int plane = 0; plane < bytes.length; plane += shape.height() * width) {
      for (int y = 0; y < shape.height(); y += block) {
        for (int x = 0; x < width; x += block) {
          int sum = 0;
          for (int i = 0; i < block * block; i++) {
            sum += bytes[plane + (y + i / block) * width + x + i % block] & 0xff;
          }
          byte mean = (byte) (sum / (block * block));
          for (int i = 0; i < block * block; i++) {
            means[plane + (y + i / block) * width + x + i % block] = mean;
          }
        }
      }
    }
    return new Pictures(shape, means);
  }

  /** The share of their energy at period two. */
  double strideEnergy() {
    StrideEnergy energy = new StrideEnergy();
    forEachGrey(grey -> energy.add(grey, shape.height(), shape.width()));
    return energy.share();
  }

  /** How far period two stands out. */
  double stridePeak() {
    StridePeak peak = new StridePeak();
    forEachGrey(grey -> peak.add(grey, shape.height(), shape.width()));
    return peak.ratio();
  }

  /** Hands over the means of each picture's channels, (H, W). */
  private void forEachGrey(Consumer<double[]> consumer) {
    int plane = shape.height() * shape.width();
    double[] grey = new double[plane];
    for (int from = 0; from < bytes.length; from += shape.pixels()) {
      for (int p = 0; p < plane; p++) {
        double sum = 0;
        for (int c = 0; c < shape.channels(); c++) {
          sum += bytes[from + c * plane + p] & 0xff;
        }
        grey[p] = sum / shape.channels();
      }
      consumer.accept(grey);
    }
  }

  /** One of them. */
  Picture picture(int index) {
    byte[] one = new byte[shape.pixels()];
    System.arraycopy(bytes, index * one.length, one, 0, one.length);
    return PictureConversion.of(one, shape);
  }

  /** Some of them, in order. */
  List<Picture> some(int[] chosen) {
    List<Picture> pictures = new ArrayList<>();
    for (int each : chosen) {
      pictures.add(picture(each));
    }
    return pictures;
  }
}
