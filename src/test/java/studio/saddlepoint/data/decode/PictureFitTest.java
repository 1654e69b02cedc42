package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;

/** Pictures of any shape as squares. */
class PictureFitTest {
  private static final ImageShape GREY = new ImageShape(1, 16, 16);

  @TempDir Path folder;

  /** 32x16: the left quarter and the right one are white, the middle is grey. */
  private Path wide() {
    int[] argb = new int[32 * 16];
    Arrays.fill(argb, 0xff808080);
    for (int i = 0; i < argb.length; i++) {
      if (i % 32 < 8 || i % 32 >= 24) {
        argb[i] = 0xffffffff;
      }
    }
    Path file = folder.resolve("wide.png");
    Pngs.write(file, new Picture(32, 16, argb));
    return file;
  }

  @Test
  void croppingKeepsTheMiddleAndPaddingAllOfIt() {
    byte[] cropped = ShapedImage.read(wide(), GREY, PictureFit.CROP);
    for (byte each : cropped) {
      assertEquals(0x80, each & 0xff);
    }
    assertArrayEquals(cropped, ShapedImage.read(wide(), GREY));
    byte[] black = ShapedImage.read(wide(), GREY, PictureFit.PAD_BLACK);
    byte[] edges = ShapedImage.read(wide(), GREY, PictureFit.PAD);
    assertEquals(0, black[0]);
    assertEquals(0, black[15 * 16 + 8]);
    assertEquals(255, edges[0] & 0xff);
    assertEquals(0x80, edges[15 * 16 + 8] & 0xff);
    for (byte[] padded : new byte[][] {black, edges}) {
      assertEquals(255, padded[8 * 16] & 0xff);
      assertEquals(0x80, padded[8 * 16 + 8] & 0xff);
    }
  }

  @Test
  void tallPlanesArePaddedLeftAndRight() {
    byte[] tall = {1, 2, 3};
    assertArrayEquals(new byte[] {1, 1, 1, 2, 2, 2, 3, 3, 3}, PictureFit.PAD.padded(tall, 1, 3, 1));
    assertArrayEquals(
        new byte[] {0, 1, 0, 0, 2, 0, 0, 3, 0}, PictureFit.PAD_BLACK.padded(tall, 1, 3, 1));
  }

  @Test
  void largePicturesArePaddedWithoutAllTheirPixels() {
    int[] argb = new int[3000 * 100];
    Arrays.fill(argb, 0xffffffff);
    Path file = folder.resolve("long.png");
    Pngs.write(file, new Picture(3000, 100, argb));
    byte[] black = ShapedImage.read(file, GREY, PictureFit.PAD_BLACK);
    assertEquals(0, black[0]);
    assertTrue((black[8 * 16 + 4] & 0xff) > 30);
  }

  @Test
  void whatIsNoPictureIsRefusedByItsName() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.png"));
    for (PictureFit fit : PictureFit.values()) {
      StudioException refusal =
          assertThrows(StudioException.class, () -> ShapedImage.read(empty, GREY, fit));
      assertEquals("empty.png cannot be used: is empty", refusal.getMessage());
      assertEquals(fit, PictureFit.parse(fit.id()));
    }
    assertThrows(StudioException.class, () -> PictureFit.parse("squeeze"));
  }
}
