package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.source.DataSets;

/** WebP, GIF and PNM files, as far as {@code ImageFolderTest} does not show them. */
class ImageKindsTest {
  private static final int WIDTH = 12;
  private static final int HEIGHT = 10;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lossy.webp",
        "lossless.webp",
        "clear-lossy.webp",
        "profile.webp",
        "placed.webp",
        "raw.ppm",
        "deep.ppm",
        "raw.pgm",
        "raw.pbm"
      })
  void aFileCutAnywhereIsRefused(String kind) throws Exception {
    byte[] whole = kind(kind);
    for (int length = 0; length < whole.length; length++) {
      String reason = refused(Arrays.copyOf(whole, length));
      assertTrue(
          List.of("is empty", "is cut short").contains(reason)
              || length < 12 && reason.startsWith("is no image that is read"),
          length + ": " + reason);
    }
  }

  /** All but the last byte, which says that no more pictures follow. */
  @ParameterizedTest
  @ValueSource(strings = {"still.gif", "interlaced.gif", "placed.gif", "clear.gif"})
  void aGifCutInItsPictureIsRefused(String kind) throws Exception {
    byte[] whole = kind(kind);
    for (int length = 6; length < whole.length - 1; length++) {
      assertEquals("is cut short", refused(Arrays.copyOf(whole, length)), "" + length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lossy.webp", "lossless.webp", "clear-lossy.webp", "placed.webp", "moving.webp",
        "moving.gif", "placed.gif", "plain.ppm", "raw.pgm", "odd.ppm"
      })
  void damageIsToldWhateverItIs(String kind) throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = kind(kind);
      for (int n = 0; n < 3; n++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        read(file(bytes));
      } catch (UnusableImageException e) {
        assertFalse(String.valueOf(e.getMessage()).isBlank());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "clear-lossy.webp", "placed.webp", "placed.gif", "raw.ppm"})
  void aPartHasThePixelsOfTheWhole(String kind) throws Exception {
    Path file = file(kind(kind));
    byte[] whole = read(file).pixels();
    Rectangle middle = new Rectangle(3, 1, 8, 7);
    byte[] part = pixels(file, middle, 1);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < middle.height; y++) {
        for (int x = 0; x < middle.width; x++) {
          assertEquals(
              whole[(c * HEIGHT + middle.y + y) * WIDTH + middle.x + x],
              part[(c * middle.height + y) * middle.width + x]);
        }
      }
    }
  }

  @Test
  void largeImagesAreMadeSmallerWhileTheyAreRead() throws Exception {
    Rectangle part = new Rectangle(1, 2, 10, 8);
    byte[] whole = read(file(kind("raw.pgm"))).pixels();
    byte[] third = pixels(file(kind("raw.pgm")), part, 3);
    assertEquals(3 * 4 * 3, third.length);
    for (int i = 0; i < 12; i++) {
      assertEquals(whole[(2 + i / 4 * 3) * WIDTH + 1 + i % 4 * 3], third[i]);
    }
    for (String kind : List.of("lossy.webp", "placed.webp", "placed.gif", "raw.ppm")) {
      assertEquals(3 * 4 * 3, pixels(file(kind(kind)), part, 3).length, kind);
    }
  }

  /** Pillow clips these to white; ImageMagick and Netpbm scale them, as is done here. */
  @Test
  void deepGreyIsScaledToTheWholeRange() throws Exception {
    byte[] bytes = "P5 5 1 65535\n..........".getBytes(StandardCharsets.US_ASCII);
    int[] values = {0, 128, 129, 32_896, 65_535};
    for (int i = 0; i < values.length; i++) {
      bytes[bytes.length - 10 + 2 * i] = (byte) (values[i] >> 8);
      bytes[bytes.length - 9 + 2 * i] = (byte) values[i];
    }
    assertArrayEquals(
        new byte[] {0, 0, 1, (byte) 128, (byte) 255}, Arrays.copyOf(read(file(bytes)).pixels(), 5));
  }

  @Test
  void numbersThatCannotBeAreTold() throws Exception {
    assertEquals(
        "is damaged: it holds 16, but its largest value is 15",
        refused("P2 2 1 15 0 16 ".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "is damaged: its value holds \"x\"",
        refused("P2 2 1 15 0 x1 ".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "is damaged: its header tells 0x1 pixels of values up to 15",
        refused("P5 0 1 15 ".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        "has 30,000x30,000 pixels, more than 50 million: scale it down",
        refused("P5 30000 30000 255 ".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aDataSetCanBeOfEveryKind() throws Exception {
    for (String kind :
        List.of("lossy.webp", "clear-lossless.webp", "placed.gif", "deep.ppm", "raw.pbm")) {
      Files.write(folder.resolve(kind), kind(kind));
    }
    Files.writeString(folder.resolve("new.heic"), "not read");
    DataSet set =
        DataSets.open(folder.toString(), 32, Split.TRAIN, folder.resolve("cache"), Progress.NONE);
    assertEquals(5, set.size());
    assertEquals(
        List.of("new.heic is of a kind that is not read: make it a PNG file"),
        set.problems().stream().map(each -> each.file() + " " + each.reason()).toList());
  }

  /** The same pixels as the PNG that the WebP was made from. */
  @Test
  void transparencyOfWebpIsWhiteInADataSet() throws Exception {
    byte[] webp = new byte[3 * 32 * 32];
    byte[] png = new byte[3 * 32 * 32];
    new ImageDecoder(PixelBudget.shared(), 32).decode(file(kind("clear-lossless.webp")), webp, 0);
    new ImageDecoder(PixelBudget.shared(), 32).decode(file(kind("clear.png")), png, 0);
    assertArrayEquals(png, webp);
  }

  private static byte[] pixels(Path file, Rectangle part, int step) throws Exception {
    try (OpenImage image = ImageDecoder.open(file)) {
      return ImagePlanes.of(image.pixels(part, step), false);
    }
  }

  private String refused(byte[] bytes) throws IOException {
    Path file = file(bytes);
    return String.valueOf(
        assertThrows(UnusableImageException.class, () -> read(file)).getMessage());
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("image.png"), bytes);
  }

  private static byte[] kind(String name) throws IOException, URISyntaxException {
    return Files.readAllBytes(Path.of(TestFiles.class.getResource("kinds/" + name).toURI()));
  }

  private static WholeImage read(Path file) throws UnusableImageException {
    return ImageDecoder.whole(file, PixelBudget.shared(), image -> image);
  }
}
