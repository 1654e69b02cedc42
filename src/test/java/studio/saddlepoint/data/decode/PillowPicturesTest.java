package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.data.TestFiles;

/** Odd files of every format, seen as Pillow sees them: see README.md beside them. */
class PillowPicturesTest {
  private static final int DIGITS = 24;

  static Stream<String> pictures() throws IOException, URISyntaxException {
    return Files.readAllLines(folder().resolve("expected.txt")).stream();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void seesWhatPillowSees(String expected) throws Exception {
    String[] parts = expected.split(" ");
    WholeImage image =
        ImageDecoder.whole(folder().resolve(parts[0]), PixelBudget.shared(), whole -> whole);
    assertEquals(
        parts[1] + " " + parts[2] + " " + parts[3],
        image.shape().width() + " " + image.shape().height() + " " + digest(image));
  }

  /** A picture that needs more memory than there is comes in bands, to the same pixels. */
  @ParameterizedTest
  @MethodSource("pictures")
  void bandsHaveThePixelsOfTheWhole(String expected) throws Exception {
    Path file = folder().resolve(expected.split(" ")[0]);
    byte[] whole = ImageDecoder.whole(file, PixelBudget.shared(), WholeImage::pixels);
    try (OpenImage image = ImageDecoder.open(file)) {
      assertArrayEquals(whole, ImageDecoder.whole(image, 3).pixels());
    }
  }

  /** Large pictures are read with steps, which must not shift them. */
  @ParameterizedTest
  @MethodSource("pictures")
  void stepsTakePixelsOfTheWhole(String expected) throws Exception {
    Path file = folder().resolve(expected.split(" ")[0]);
    WholeImage whole = ImageDecoder.whole(file, PixelBudget.shared(), image -> image);
    int width = whole.shape().width();
    int height = whole.shape().height();
    Rectangle region = new Rectangle(3, 2, width - 5, height - 3);
    try (OpenImage image = ImageDecoder.open(file)) {
      byte[] part = ImagePlanes.of(image.pixels(region, 3), false);
      int columns = OpenImage.steps(region.width, 3);
      int rows = OpenImage.steps(region.height, 3);
      assertEquals(3 * columns * rows, part.length);
      for (int i = 0; i < part.length; i++) {
        int y = region.y + i / columns % rows * 3;
        int x = region.x + i % columns * 3;
        int channel = i / (columns * rows);
        assertEquals(whole.pixels()[(channel * height + y) * width + x], part[i], "" + i);
      }
    }
  }

  /** Of inks, of differences and of turned pictures there are two copies for a moment. */
  @ParameterizedTest
  @CsvSource({
    "jpg-cmyk-0.jpg, 7",
    "tif-m-cmyk-Zip.tif, 7",
    "tif-m-cmyk16-LZW.tif, 10",
    "tif-turned6.tif, 6",
    "tif-m-tile16-LZW.tif, 5"
  })
  void theMemoryOfAllCopiesIsTaken(String name, int bytesOfPixel) throws Exception {
    try (OpenImage image = ImageDecoder.open(folder().resolve(name))) {
      Rectangle all = new Rectangle(image.width(), image.height());
      long more = image.bytes(all, 1) - image.bytes(new Rectangle(1, 1), 1);
      long least = bytesOfPixel * (all.width * (long) all.height - 1);
      assertTrue(more >= least, more + " of " + least);
    }
  }

  @Test
  void thereAreManyKinds() throws Exception {
    List<String> names = pictures().map(line -> line.split(" ")[0]).toList();
    assertTrue(names.size() > 120, "" + names.size());
    for (String name : names) {
      assertTrue(Files.isRegularFile(folder().resolve(name)), name);
    }
  }

  private static String digest(WholeImage image) {
    byte[] planes = image.pixels();
    byte[] rows = new byte[planes.length];
    int plane = planes.length / 3;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = planes[i % 3 * plane + i / 3];
    }
    return HexFormat.of().formatHex(Sha256.digest().digest(rows)).substring(0, DIGITS);
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(TestFiles.class.getResource("pictures/README.md").toURI()).getParent();
  }
}
