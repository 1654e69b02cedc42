package studio.saddlepoint.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePlanesTest {
  private static final int WIDTH = 13;
  private static final int HEIGHT = 9;

  /** The bytes are taken where they lie: also those of a part of another image. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_INT_RGB
      })
  void takesTheSamplesOfAPart(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    fill(image.getRaster());
    check(image);
    check(image.getSubimage(3, 2, 7, 5));
    check(image.getSubimage(3, 2, 7, 5).getSubimage(1, 1, 4, 3));
  }

  @Test
  void takesBandsThatLieApart() {
    ColorSpace colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    WritableRaster raster = Raster.createBandedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 3, null);
    fill(raster);
    BufferedImage image =
        new BufferedImage(
            new ComponentColorModel(colours, false, false, ComponentColorModel.OPAQUE, 0),
            raster,
            false,
            null);
    check(image);
    check(image.getSubimage(2, 4, 5, 5));
  }

  /** As Pillow's {@code convert("RGB")} gives it, and over white as in a training. */
  @Test
  void coloursThatWereMultipliedByTheirAlphaAreDividedAgain() {
    BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_4BYTE_ABGR_PRE);
    int[][] stored = {{2, 17, 30, 49}, {0, 0, 0, 0}, {9, 8, 7, 255}, {90, 0, 0, 60}};
    for (int x = 0; x < 4; x++) {
      image.getRaster().setPixel(x, 0, stored[x]);
    }
    byte[] colours = ImagePlanes.of(image, false);
    byte[] overWhite = ImagePlanes.of(image, true);
    int[][] expected = {{10, 88, 156}, {0, 0, 0}, {9, 8, 7}, {255, 0, 0}};
    int[][] white = {{208, 223, 236}, {255, 255, 255}, {9, 8, 7}, {255, 195, 195}};
    for (int x = 0; x < 4; x++) {
      for (int c = 0; c < 3; c++) {
        assertEquals(expected[x][c], colours[4 * c + x] & 0xff, x + " " + c);
        assertEquals(white[x][c], overWhite[4 * c + x] & 0xff, x + " " + c);
      }
    }
  }

  private static void fill(WritableRaster raster) {
    Random random = new Random(1);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          raster.setSample(x, y, band, random.nextInt(256));
        }
      }
    }
  }

  private static void check(BufferedImage image) {
    Raster raster = image.getRaster();
    byte[] planes = ImagePlanes.of(image, false);
    int plane = image.getWidth() * image.getHeight();
    for (int p = 0; p < plane; p++) {
      for (int c = 0; c < 3; c++) {
        int band = raster.getNumBands() < 3 ? 0 : c;
        int sample = raster.getSample(p % image.getWidth(), p / image.getWidth(), band);
        assertEquals(sample, planes[c * plane + p] & 0xff, "plane " + c + " at " + p);
      }
    }
  }
}
