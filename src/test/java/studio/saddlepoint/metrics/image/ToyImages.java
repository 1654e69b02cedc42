package studio.saddlepoint.metrics.image;

import java.util.List;
import java.util.Random;
import studio.saddlepoint.data.DataProblem;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/**
 * Grey images with a bright square on noise; its corner is the class.
 *
 * @param name also the fingerprint
 * @param size number of images
 * @param labelled whether the classes are told
 * @param seed decides the images
 */
public record ToyImages(String name, int size, boolean labelled, long seed) implements DataSet {
  public static final ImageShape SHAPE = new ImageShape(1, 16, 16);

  @Override
  public String fingerprint() {
    return name;
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public List<String> classNames() {
    return labelled ? List.of("up left", "up right", "down left", "down right") : List.of();
  }

  @Override
  public int label(int index) {
    return labelled ? corner(index) : -1;
  }

  /** Its first numbers are unlike those of the next image. */
  private Random random(int index) {
    return new Random((seed * 1_000_003 + index) * 0x9E3779B97F4A7C15L);
  }

  private int corner(int index) {
    return random(index).nextInt(4);
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    Random random = random(index);
    int corner = random.nextInt(4);
    int brightness = 120 + random.nextInt(80);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        boolean inside = (x / 8 | y / 8 * 2) == corner && x % 8 > 1 && y % 8 > 1;
        int value = random.nextInt(50) + (inside ? brightness : 0);
        target[offset + y * 16 + x] = (byte) value;
      }
    }
  }

  @Override
  public List<DataProblem> problems() {
    return List.of();
  }

  /** These images as a generator makes them, in an order. */
  public ImageSource generated(int[] order) {
    return new ImageSource() {
      @Override
      public ImageShape shape() {
        return SHAPE;
      }

      @Override
      public float[] images(int from, int count) {
        float[] pixels = new float[count * SHAPE.pixels()];
        byte[] image = new byte[SHAPE.pixels()];
        for (int i = 0; i < count; i++) {
          read(order[from + i], image, 0);
          for (int p = 0; p < image.length; p++) {
            pixels[i * image.length + p] = (image[p] & 0xff) / 127.5f - 1;
          }
        }
        return pixels;
      }
    };
  }
}
