package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.metrics.extractor.PixelExtractor;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.metric.PathLengths;
import studio.saddlepoint.torch.TorchEngine;

class PathLengthsTest {
  @BeforeAll
  static void startEngine() {
    TorchEngine.start(Progress.NONE);
  }

  @Test
  void measuresThePathsOfAGeneratorThatDrawsItsCodes() {
    // Pixels are half the code and features half of that: speeds of a quarter turn's arc.
    double found =
        PathLengths.mean(
            PathLengths.ofLatentCodes(
                PathLengths.Space.Z,
                new Codes(),
                new PixelExtractor(new ImageShape(1, 16, 16)),
                400,
                1,
                Progress.NONE));
    double arc = Math.PI / 2;
    assertEquals(arc * arc * 256 / 16, found, 0.05 * arc * arc * 256 / 16);
  }

  @Test
  void measuresStraightPathsBetweenMappedCodes() {
    // Normal codes lie the root of twice their size apart; features are a quarter of the code.
    double found =
        PathLengths.mean(
            PathLengths.ofLatentCodes(
                PathLengths.Space.W,
                new Codes(),
                new PixelExtractor(new ImageShape(1, 16, 16)),
                400,
                1,
                Progress.NONE));
    assertEquals(2.0 * 256 / 16, found, 0.05 * 2.0 * 256 / 16);
  }

  /** Draws a code's 256 numbers as 16x16 pixels, at half their size. */
  private static final class Codes implements LatentImages {
    @Override
    public ImageShape shape() {
      return new ImageShape(1, 16, 16);
    }

    @Override
    public float[] images(int from, int count) {
      return synthesize(draw(from + count, 0), new int[from + count]);
    }

    @Override
    public float[][] draw(int count, long seed) {
      return LatentCodes.gaussian(count, 256, seed);
    }

    @Override
    public int[] drawLabels(int count, long seed) {
      return new int[count];
    }

    @Override
    public float[][] map(float[][] codes, int[] labels) {
      return codes;
    }

    @Override
    public float[] synthesize(float[][] codes, int[] labels) {
      float[] pixels = new float[codes.length * 256];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = codes[i / 256][i % 256] / 2;
      }
      return pixels;
    }
  }
}
