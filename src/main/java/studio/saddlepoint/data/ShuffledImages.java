package studio.saddlepoint.data;

/**
 * The images that a training sees, by their number in it. Number k is in epoch k / size of the data
 * set, at place k % size of that epoch's permutation; so image and flip follow from (data set,
 * seed, k, mirror) alone, whatever batches it is read in. For one thread.
 */
final class ShuffledImages {
  private static final long ORDER = 1;
  private static final long MIRROR = 2;

  private final DataSet set;
  private final long seed;
  private final boolean mirror;
  private final float[] scale = new float[256];
  private int[] order = {};
  private long orderEpoch = -1;

  /**
   * The images of a training.
   *
   * @param seed decides order and mirroring
   * @param mirror whether to flip every other image, by chance, left to right
   */
  ShuffledImages(DataSet set, long seed, boolean mirror) {
    this.set = set;
    this.seed = seed;
    this.mirror = mirror;
    for (int i = 0; i < scale.length; i++) {
      scale[i] = i / 127.5f - 1;
    }
  }

  /** So many images from one number on. */
  Batch read(long first, int count) {
    ImageShape shape = set.shape();
    byte[] image = new byte[shape.pixels()];
    float[] pixels = new float[count * image.length];
    int[] images = new int[count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      int source = source(first + i);
      images[i] = source;
      set.read(source, image, 0);
      labels[i] = set.label(source);
      boolean flip = mirror && Draws.of(MIRROR, seed, first + i).chance(0.5);
      copy(image, pixels, i * image.length, shape.width(), flip);
    }
    return new Batch(first, images, pixels, labels);
  }

  private int source(long number) {
    long epoch = number / set.size();
    if (epoch != orderEpoch) {
      order = Draws.of(ORDER, seed, epoch).permutation(set.size());
      orderEpoch = epoch;
    }
    return order[(int) (number % set.size())];
  }

  private void copy(byte[] image, float[] pixels, int offset, int width, boolean flip) {
    if (!flip) {
      for (int i = 0; i < image.length; i++) {
        pixels[offset + i] = scale[image[i] & 0xff];
      }
      return;
    }
    for (int row = 0; row < image.length; row += width) {
      for (int x = 0; x < width; x++) {
        pixels[offset + row + x] = scale[image[row + width - 1 - x] & 0xff];
      }
    }
  }
}
