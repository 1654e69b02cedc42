package studio.saddlepoint.metrics.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.SizeCount;
import studio.saddlepoint.data.source.ImageFolder;
import studio.saddlepoint.latent.PictureConversion;
import studio.saddlepoint.latent.Quantizer;
import studio.saddlepoint.metrics.extractor.AnySize;
import studio.saddlepoint.metrics.extractor.BicubicResize;
import studio.saddlepoint.metrics.extractor.ColourPlanes;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;

/**
 * Images of a folder, in a fixed random order: names often tell the class, and metrics that look at
 * the first images must not see one class alone. Where they are of several sizes, an extractor that
 * takes any size sees each as it is; to be shown, all get the most frequent size.
 */
public final class FolderImages implements ImageSource {
  private static final int SIZES_NAMED = 4;

  /** At once, so that large images fit into memory. */
  private static final int MOST_PIXELS = 1 << 24;

  /** Pixels on the longer side of a picture that is shown. */
  private static final int MOST_SHOWN = 1024;

  private final ImageFolder folder;
  private final int[] order;
  private final ImageShape shape;

  /**
   * Images of an open folder.
   *
   * @param folder the folder
   * @param grey whether one channel will do; only where {@link ImageFolder#isGrey}
   * @param count how many, always the same ones
   */
  public FolderImages(ImageFolder folder, boolean grey, int count) {
    this.folder = folder;
    this.order = ReferenceImages.choose(folder.count(), count);
    SizeCount size = folder.sizes().get(0);
    this.shape = new ImageShape(grey ? 1 : ColourPlanes.COLOURS, size.height(), size.width());
  }

  /** Whether all images are of one size. */
  public boolean ofOneSize() {
    return folder.sizes().size() == 1;
  }

  /** The sizes for a person: {@code 32x32 (90), 48x40 (3)}. */
  public String sizes() {
    String named =
        folder.sizes().stream()
            .limit(SIZES_NAMED)
            .map(FolderImages::text)
            .collect(Collectors.joining(", "));
    return named + (folder.sizes().size() > SIZES_NAMED ? ", ..." : "");
  }

  private static String text(SizeCount size) {
    return String.format(Locale.ENGLISH, "%dx%d (%,d)", size.width(), size.height(), size.images());
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public String name(int index) {
    return folder.name(order[index]);
  }

  @Override
  public float[] images(int from, int count) {
    return Quantizer.pixels(bytes(from, count));
  }

  @Override
  public byte[] bytes(int from, int count) {
    byte[] bytes = new byte[count * shape.pixels()];
    IntStream.range(0, count)
        .parallel()
        .forEach(i -> copy(from + i, shape, bytes, i * shape.pixels()));
    return bytes;
  }

  /** One image, to be shown: many are held at once, so photos are made smaller. */
  @Override
  public Picture picture(int index) {
    ImageShape shown = shown();
    byte[] bytes = new byte[shown.pixels()];
    copy(index, shown, bytes, 0);
    return PictureConversion.of(Quantizer.pixels(bytes), 0, shown);
  }

  private ImageShape shown() {
    int longer = Math.max(shape.height(), shape.width());
    return longer <= MOST_SHOWN
        ? shape
        : new ImageShape(
            shape.channels(),
            Math.max(1, shape.height() * MOST_SHOWN / longer),
            Math.max(1, shape.width() * MOST_SHOWN / longer));
  }

  private void copy(int index, ImageShape size, byte[] target, int offset) {
    ImageShape own = folder.shape(order[index]);
    folder.look(
        order[index],
        pixels -> {
          copy(pixels, own, size, target, offset);
          return target;
        });
  }

  private static void copy(
      byte[] pixels, ImageShape own, ImageShape size, byte[] target, int offset) {
    if (own.height() == size.height() && own.width() == size.width()) {
      System.arraycopy(pixels, 0, target, offset, size.pixels());
      return;
    }
    int plane = size.height() * size.width();
    float[] scaled = new float[plane];
    BicubicResize resize =
        new BicubicResize(own.width(), own.height(), size.width(), size.height());
    for (int c = 0; c < size.channels(); c++) {
      resize.plane(plane(pixels, c, own), 0, scaled, 0);
      for (int p = 0; p < plane; p++) {
        target[offset + c * plane + p] = (byte) Math.round(scaled[p]);
      }
    }
  }

  private static float[] plane(byte[] pixels, int channel, ImageShape shape) {
    float[] plane = new float[shape.height() * shape.width()];
    for (int p = 0; p < plane.length; p++) {
      plane[p] = pixels[channel * plane.length + p] & 0xff;
    }
    return plane;
  }

  @Override
  public Extracted extract(int from, int count, FeatureExtractor extractor) {
    int classes = extractor.classNames().size();
    float[] features = new float[count * extractor.dimension()];
    float[] logits = new float[count * classes];
    List<int[]> groups = groups(from, count, extractor instanceof AnySize);
    // Groups of one wait for their decoding, which is the most of the work.
    boolean together = extractor.byManyThreads() && groups.size() == count;
    (together ? groups.parallelStream() : groups.stream())
        .forEach(
            some -> {
              Extracted seen = seen(some, extractor);
              for (int i = 0; i < some.length; i++) {
                int row = some[i] - from;
                copyRow(seen.features(), i, features, row, extractor.dimension());
                copyRow(seen.logits(), i, logits, row, classes);
              }
            });
    return new Extracted(features, logits);
  }

  private List<int[]> groups(int from, int count, boolean asStored) {
    List<int[]> groups = new ArrayList<>();
    int[] left = IntStream.range(from, from + count).toArray();
    while (left.length > 0) {
      int[] some = alike(left, asStored);
      groups.add(some);
      left = without(left, some);
    }
    return groups;
  }

  /** Images that can be looked at together with the first: not too many, and of its size. */
  private int[] alike(int[] left, boolean asStored) {
    ImageShape first = asStored ? folder.shape(order[left[0]]) : shape;
    return Arrays.stream(left)
        .filter(i -> !asStored || folder.shape(order[i]).equals(first))
        .limit(Math.max(1, MOST_PIXELS / first.pixels()))
        .toArray();
  }

  private Extracted seen(int[] some, FeatureExtractor extractor) {
    ImageShape own = folder.shape(order[some[0]]);
    if (extractor instanceof AnySize any) {
      return some.length == 1
          ? folder.look(order[some[0]], pixels -> any.extract(pixels, own))
          : any.extract(same(some, own), own);
    }
    return some.length == 1 && own.equals(shape)
        ? folder.look(order[some[0]], extractor::extract)
        : extractor.extract(bytes(some[0], some.length));
  }

  private byte[] same(int[] some, ImageShape own) {
    byte[] pixels = new byte[some.length * own.pixels()];
    for (int i = 0; i < some.length; i++) {
      int offset = i * own.pixels();
      folder.look(
          order[some[i]],
          image -> {
            System.arraycopy(image, 0, pixels, offset, own.pixels());
            return pixels;
          });
    }
    return pixels;
  }

  private static int[] without(int[] left, int[] done) {
    return Arrays.stream(left).filter(i -> Arrays.binarySearch(done, i) < 0).toArray();
  }

  private static void copyRow(float[] rows, int row, float[] target, int place, int length) {
    System.arraycopy(rows, row * length, target, place * length, length);
  }
}
