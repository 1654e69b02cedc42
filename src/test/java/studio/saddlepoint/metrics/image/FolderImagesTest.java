package studio.saddlepoint.metrics.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.source.ImageFolder;
import studio.saddlepoint.metrics.extractor.AnySize;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.PixelExtractor;

class FolderImagesTest {
  @TempDir Path folder;

  /** An image of one grey, which is its number. */
  private void paint(String name, int grey, int width, int height) {
    int[] argb = new int[width * height];
    Arrays.fill(argb, 0xff000000 | grey * 0x010101);
    Pngs.write(folder.resolve(name), new Picture(width, height, argb));
  }

  private FolderImages open(int count) {
    return new FolderImages(
        ImageFolder.open(folder, OptionalInt.empty(), Progress.NONE), true, count);
  }

  @Test
  void mixesClassesWhateverTheirFoldersAreCalled() {
    for (int i = 0; i < 40; i++) {
      paint((i < 20 ? "cats/" : "dogs/") + (10 + i) + ".png", i, 8, 8);
    }
    byte[] first = open(40).bytes(0, 20);
    long cats = Arrays.stream(numbers(first, 64)).filter(grey -> grey < 20).count();
    assertTrue(cats >= 5 && cats <= 15, cats + " cats among the first 20");
    byte[] all = open(40).bytes(0, 40);
    assertEquals(40, new HashSet<>(Arrays.stream(numbers(all, 64)).boxed().toList()).size());
    assertArrayEquals(first, Arrays.copyOf(all, first.length));
    assertArrayEquals(first, open(20).bytes(0, 20));
  }

  private static int[] numbers(byte[] images, int size) {
    int[] numbers = new int[images.length / size];
    Arrays.setAll(numbers, i -> images[i * size]);
    return numbers;
  }

  @Test
  void givesEachImageItsOwnRowWhereSizesAreMixed() {
    for (int i = 0; i < 30; i++) {
      paint((10 + i) + ".png", i, 8 + i % 3, 8);
    }
    FolderImages images = open(30);
    int[] expected = numbers(images.bytes(0, 30), images.shape().pixels());
    FirstPixels extractor = new FirstPixels();
    float[] features = images.extract(0, 30, extractor).features();
    for (int i = 0; i < 30; i++) {
      assertEquals(expected[i], features[2 * i]);
      assertEquals(8 + expected[i] % 3, features[2 * i + 1]);
    }
    assertEquals(new TreeSet<>(Set.of(8, 9, 10)), extractor.widths);
    assertEquals(3, extractor.calls);
    assertArrayEquals(
        Arrays.copyOfRange(features, 14, 34), images.extract(7, 10, extractor).features());
  }

  @Test
  void looksAtLargeImagesAFewAtATime() {
    for (int i = 0; i < 3; i++) {
      paint(i + ".png", i, 2000, 4000);
    }
    FirstPixels extractor = new FirstPixels();
    assertEquals(6, open(3).extract(0, 3, extractor).features().length);
    assertEquals(3, extractor.calls);
  }

  /** By several threads, where the extractor is no network. */
  @Test
  void givesEachLargeImageItsOwnRow() {
    for (int i = 0; i < 5; i++) {
      paint(i + ".png", 40 * i, 3000, 3000);
    }
    FolderImages images = open(5);
    PixelExtractor extractor = new PixelExtractor(images.shape());
    float[] features = images.extract(0, 5, extractor).features();
    int d = extractor.dimension();
    assertEquals(5 * d, features.length);
    for (int i = 0; i < 5; i++) {
      float expected = (images.bytes(i, 1)[0] & 0xff) / 255f;
      assertEquals(expected, features[i * d], 1e-6);
      assertArrayEquals(
          images.extract(i, 1, extractor).features(),
          Arrays.copyOfRange(features, i * d, (i + 1) * d));
    }
  }

  /** Many are shown at once. */
  @Test
  void showsLargeImagesSmaller() {
    for (int i = 0; i < 2; i++) {
      paint(i + ".png", 10 + i, 2000, 3000);
    }
    FolderImages images = open(2);
    Picture picture = images.picture(1);
    assertEquals(682, picture.width());
    assertEquals(1024, picture.height());
    int grey = images.bytes(1, 1)[0];
    assertTrue(Arrays.stream(picture.argb()).allMatch(each -> (each & 0xff) == grey));
  }

  /** A generator's images may be of another size than the real ones. */
  @Test
  void tellsTheSizeOfImagesThatAreInNoFolder() {
    ImageSource source =
        new ImageSource() {
          @Override
          public ImageShape shape() {
            return new ImageShape(1, 2, 3);
          }

          @Override
          public float[] images(int from, int count) {
            return new float[count * shape().pixels()];
          }
        };
    assertArrayEquals(
        new float[] {-128, 3, -128, 3}, source.extract(0, 2, new FirstPixels()).features());
  }

  /** Gives the first pixel and the width. */
  private static final class FirstPixels implements AnySize {
    private final Set<Integer> widths = new TreeSet<>();
    private int calls;

    @Override
    public Extracted extract(byte[] pixels, ImageShape shape) {
      calls++;
      widths.add(shape.width());
      float[] features = new float[pixels.length / shape.pixels() * 2];
      for (int i = 0; i < features.length; i += 2) {
        features[i] = pixels[i / 2 * shape.pixels()];
        features[i + 1] = shape.width();
      }
      return new Extracted(features, new float[0]);
    }

    @Override
    public String id() {
      return "first";
    }

    @Override
    public String label() {
      return "first pixels";
    }

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public float[] features(byte[] pixels) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> classNames() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
