package studio.saddlepoint.train.cluster;

import studio.saddlepoint.data.ImageShape;

/** The mean pictures of clusters, made small: of at most {@value #SIDE} pixels a side. */
final class MeanPictures {
  private static final int SIDE = 32;

  private final ImageShape shape;
  private final int scale;
  private final double[] sums;
  private final long[] sizes;

  /**
   * No picture yet.
   *
   * @param count how many clusters, K
   * @param shape C, H, W of the pictures
   */
  MeanPictures(int count, ImageShape shape) {
    this.shape = shape;
    int found = 1;
    while (shape.height() / found > SIDE || shape.height() % found != 0) {
      found++;
    }
    scale = found;
    sums = new double[count * small().pixels()];
    sizes = new long[count];
  }

  /** Shape of a mean. */
  ImageShape small() {
    return new ImageShape(shape.channels(), shape.height() / scale, shape.width() / scale);
  }

  /** Pictures of each cluster, (K). */
  long[] sizes() {
    return sizes.clone();
  }

  /**
   * Takes a picture in.
   *
   * @param cluster its own
   * @param pixels (N, C, H, W), unsigned
   * @param index which of the N
   */
  void add(int cluster, byte[] pixels, int index) {
    ImageShape small = small();
    int start = index * shape.pixels();
    int target = cluster * small.pixels();
    for (int i = 0; i < shape.pixels(); i++) {
      int x = i % shape.width() / scale;
      int row = i / shape.width() / scale; // planes are whole multiples of the scale high
      sums[target + row * small.width() + x] += pixels[start + i] & 0xff;
    }
    sizes[cluster]++;
  }

  /**
   * The means, (K, C, h, w), unsigned; black where there is no picture.
   *
   * @param order which cluster comes in each place
   */
  byte[] means(int[] order) {
    int each = small().pixels();
    byte[] means = new byte[sums.length];
    for (int place = 0; place < order.length; place++) {
      double area = (double) sizes[order[place]] * scale * scale;
      for (int i = 0; i < each && area > 0; i++) {
        means[place * each + i] = (byte) Math.round(sums[order[place] * each + i] / area);
      }
    }
    return means;
  }
}
