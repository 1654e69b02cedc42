package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.TorchEngine;

class RandomConvolutionExtractorTest {
  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);

  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void isTheSameForTheSameSeed() {
    byte[] pixels = pixels(SHAPE, 3);
    try (FeatureExtractor one = open(1, SHAPE);
        FeatureExtractor same = open(1, SHAPE);
        FeatureExtractor other = open(2, SHAPE)) {
      assertEquals(256, one.dimension());
      assertEquals(one.id(), same.id());
      assertNotEquals(one.id(), other.id());
      float[] features = one.features(pixels);
      assertEquals(3 * 256, features.length);
      assertArrayEquals(features, same.features(pixels));
      assertTrue(largestDifference(features, other.features(pixels)) > 0.1);
    }
  }

  /** A change of these numbers makes all kept statistics wrong: raise the version with them. */
  @Test
  void isTheSameOnEveryComputer() {
    byte[] pixels = new byte[SHAPE.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7 % 256);
    }
    try (FeatureExtractor extractor = open(1, SHAPE)) {
      float[] features = extractor.features(pixels);
      assertArrayEquals(
          new float[] {0.449805f, 0.641838f, 0.273907f, 0.788258f},
          Arrays.copyOf(features, 4),
          1e-4f,
          Arrays.toString(Arrays.copyOf(features, 4)));
    }
  }

  @Test
  void takesImagesOfAnyShape() {
    for (ImageShape shape :
        new ImageShape[] {
          new ImageShape(1, 28, 28), new ImageShape(3, 64, 64), new ImageShape(3, 37, 61)
        }) {
      byte[] pixels = pixels(shape, 2);
      try (FeatureExtractor extractor = open(1, shape)) {
        assertEquals(256, extractor.dimension());
        float[] features = extractor.features(pixels);
        assertEquals(2 * 256, features.length);
        for (float each : features) {
          assertTrue(Float.isFinite(each));
        }
      }
    }
    assertThrows(StudioException.class, () -> open(1, new ImageShape(3, 3, 9)).close());
  }

  @Test
  void isIndependentOfTheBatch() {
    ImageShape large = new ImageShape(3, 256, 256);
    byte[] pixels = pixels(large, 7); // more than are looked at together
    try (FeatureExtractor extractor = open(1, large)) {
      float[] features = extractor.features(pixels);
      float[] last =
          extractor.features(Arrays.copyOfRange(pixels, 6 * large.pixels(), 7 * large.pixels()));
      assertArrayEquals(Arrays.copyOfRange(features, 6 * 256, 7 * 256), last, 1e-5f);
    }
  }

  private static FeatureExtractor open(long seed, ImageShape shape) {
    return new RandomConvolutionExtractor(seed, shape, Device.cpu());
  }

  private static byte[] pixels(ImageShape shape, int images) {
    byte[] pixels = new byte[images * shape.pixels()];
    new Random(images).nextBytes(pixels);
    return pixels;
  }

  private static double largestDifference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
