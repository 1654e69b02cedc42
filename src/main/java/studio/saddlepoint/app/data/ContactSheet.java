package studio.saddlepoint.app.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

/** A data set's images in random order, one class or all. */
final class ContactSheet {
  /** In place of a label: images of every class. */
  static final int ALL = -1;

  private final DataSet set;
  private final int[] order;

  /**
   * A sheet.
   *
   * @param set the images
   * @param label the class to show, or {@link #ALL}
   * @param seed of the order
   */
  ContactSheet(DataSet set, int label, long seed) {
    this.set = set;
    order =
        IntStream.range(0, set.size())
            .filter(index -> label == ALL || set.label(index) == label)
            .toArray();
    Random random = new Random(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /** How many images there are. */
  int size() {
    return order.length;
  }

  /**
   * Images by their index in the data set.
   *
   * @param from place of the first in this order
   * @param count how many; fewer at the end
   */
  int[] indices(int from, int count) {
    int first = Math.max(0, Math.min(order.length, from));
    return Arrays.copyOfRange(order, first, Math.min(order.length, first + count));
  }

  /** The pictures of {@link #indices}. */
  List<Picture> pictures(int from, int count) {
    ImageShape shape = set.shape();
    byte[] bytes = new byte[shape.pixels()];
    List<Picture> pictures = new ArrayList<>();
    for (int index : indices(from, count)) {
      set.read(index, bytes, 0);
      pictures.add(picture(bytes, shape));
    }
    return pictures;
  }

  private static Picture picture(byte[] bytes, ImageShape shape) {
    int plane = shape.height() * shape.width();
    int green = shape.channels() == 1 ? 0 : plane;
    int blue = shape.channels() == 1 ? 0 : 2 * plane;
    int[] argb = new int[plane];
    for (int i = 0; i < plane; i++) {
      argb[i] =
          0xff000000
              | (bytes[i] & 0xff) << 16
              | (bytes[green + i] & 0xff) << 8
              | (bytes[blue + i] & 0xff);
    }
    return new Picture(shape.width(), shape.height(), argb);
  }
}
