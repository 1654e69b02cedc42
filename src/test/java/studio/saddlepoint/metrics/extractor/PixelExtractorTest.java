package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ImageShape;

class PixelExtractorTest {
  @Test
  void averagesLargePixelsDown() {
    try (PixelExtractor extractor = new PixelExtractor(new ImageShape(3, 64, 64))) {
      assertEquals(3 * 32 * 32, extractor.dimension());
      byte[] pixels = new byte[2 * 3 * 64 * 64];
      int green = 64 * 64;
      pixels[green + 2] = (byte) 255;
      pixels[green + 3] = (byte) 255;
      pixels[green + 64 + 2] = (byte) 255;
      float[] features = extractor.features(pixels);
      assertEquals(2 * extractor.dimension(), features.length);
      assertEquals(0.75f, features[32 * 32 + 1]);
      assertEquals(0, features[32 * 32]);
    }
  }

  @Test
  void averagesImagesOfAnySizeDownByArea() {
    for (int[] size : new int[][] {{37, 101}, {101, 37}, {41, 41}, {24, 600}, {1, 5000}}) {
      ImageShape shape = new ImageShape(1, size[0], size[1]);
      byte[] pixels = new byte[shape.pixels()];
      double sum = 0;
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (i * 31 % 256);
        sum += (pixels[i] & 0xff) / 255.0;
      }
      try (PixelExtractor extractor = new PixelExtractor(shape)) {
        assertTrue(extractor.dimension() <= 1024, extractor.label());
        assertTrue(extractor.dimension() >= 16, extractor.label());
        float[] features = extractor.features(pixels);
        double mean = 0;
        for (float each : features) {
          mean += each / (double) features.length;
        }
        assertEquals(sum / pixels.length, mean, 1e-6, extractor.label());
        Arrays.fill(pixels, (byte) 77);
        for (float each : extractor.features(pixels)) {
          assertEquals(77 / 255f, each, 1e-6);
        }
      }
    }
  }
}
