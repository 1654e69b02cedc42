package studio.saddlepoint.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.Sha256;
import studio.saddlepoint.data.DataKind;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSummary;
import studio.saddlepoint.data.FactorDataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.TestFiles;
import studio.saddlepoint.data.pack.PackContent;
import studio.saddlepoint.data.source.DataSets;

class EmbeddedSetsTest {
  @TempDir static Path cache;

  private static DataSet strokes;
  private static DataSet strokesTest;
  private static FactorDataSet shapes;

  @BeforeAll
  static void open() {
    strokes = DataSets.open("strokes", 32, Split.TRAIN, cache, Progress.NONE);
    strokesTest = DataSets.open("Strokes", 32, Split.TEST, cache, Progress.NONE);
    shapes =
        assertInstanceOf(
            FactorDataSet.class, DataSets.open("shapes", 32, Split.TEST, cache, Progress.NONE));
  }

  @Test
  void strokesAreTheSameOnEveryMachine() {
    assertEquals("4b693c2ad51c0ccb", hashOf(new StrokesContent(32)));
    assertEquals("92edcdf077f4c70f", hashOf(new StrokesContent(64)));
  }

  @Test
  void shapesAreTheSameOnEveryMachine() {
    assertEquals("f6c18e2181ec900a", hashOf(new ShapesContent(32)));
    assertEquals("6993a2b706560640", hashOf(new ShapesContent(64)));
  }

  @Test
  void strokesOfTwentyEightAreThoseOfThirtyTwoWithoutTheirBorder() {
    byte[] small = new byte[28 * 28];
    byte[] large = new byte[32 * 32];
    new StrokesContent(28).draw(7, small, 0);
    new StrokesContent(32).draw(7, large, 0);
    for (int row = 0; row < 28; row++) {
      int from = (row + 2) * 32 + 2;
      assertArrayEquals(
          Arrays.copyOfRange(large, from, from + 28),
          Arrays.copyOfRange(small, row * 28, row * 28 + 28));
    }
  }

  @Test
  void strokesHaveTheSizesOfMnist() {
    assertEquals(60_000, strokes.size());
    assertEquals(10_000, strokesTest.size());
    assertEquals(new ImageShape(1, 32, 32), strokes.shape());
    assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), strokes.classNames());
    assertEquals(List.of(), strokes.problems());
    assertEquals("Strokes", strokes.name());
  }

  @Test
  void everyDigitIsDrawnAsOftenAndDiffersEveryTime() {
    int[] counts = new int[10];
    for (int i = 0; i < strokes.size(); i++) {
      counts[strokes.label(i)]++;
    }
    for (int count : counts) {
      assertEquals(6_000, count);
    }
    for (int i = 0; i < 100; i++) {
      assertNotEquals(
          hashOf(TestFiles.pixels(strokes, i)), hashOf(TestFiles.pixels(strokes, i + 10)));
    }
  }

  @Test
  void strokesKeepTheBlackBorderAndHaveTheInkOfHandwriting() {
    double sum = 0;
    int images = 1_000;
    for (int image = 0; image < images; image++) {
      int[] pixels = TestFiles.pixels(strokes, image);
      for (int i = 0; i < pixels.length; i++) {
        int row = i / 32;
        int column = i % 32;
        if (Math.min(row, column) < 2 || Math.max(row, column) > 29) {
          assertEquals(0, pixels[i]);
        }
        sum += pixels[i];
      }
    }
    double mean = sum / images / (28 * 28) / 255;
    assertTrue(mean > 0.07 && mean < 0.17, "mean brightness " + mean + ", MNIST has 0.13");
  }

  @Test
  void splitsDoNotShareImages() {
    assertNotEquals(strokes.fingerprint(), strokesTest.fingerprint());
    assertThrows(IndexOutOfBoundsException.class, () -> strokes.label(60_000));
    assertThrows(IndexOutOfBoundsException.class, () -> strokesTest.label(-1));
    byte[] drawn = new byte[1024];
    new StrokesContent(32).draw(60_000, drawn, 0);
    byte[] read = new byte[1024 + 5];
    strokesTest.read(0, read, 5);
    assertArrayEquals(drawn, Arrays.copyOfRange(read, 5, read.length));
  }

  @Test
  void shapesTellTheirFactors() {
    assertEquals(4_000, shapes.size());
    assertEquals(new ImageShape(3, 32, 32), shapes.shape());
    for (int i = 0; i < 200; i++) {
      double[] factors = shapes.factors(i);
      assertEquals(shapes.factorNames().size(), factors.length);
      assertEquals(shapes.label(i), (int) factors[0]);
      assertTrue(factors[4] > 0.1 && factors[4] < 0.9 && factors[5] > 0.1 && factors[5] < 0.9);
    }
  }

  @Test
  void aShapeHasItsHueWhereItsFactorsSay() {
    for (int i = 0; i < 300; i++) {
      double[] factors = shapes.factors(i);
      if (shapes.classNames().get(shapes.label(i)).equals("ring")) {
        continue;
      }
      int[] pixels = TestFiles.pixels(shapes, i);
      int at = (int) (factors[5] * 32) * 32 + (int) (factors[4] * 32);
      float[] hsb = Color.RGBtoHSB(pixels[at], pixels[at + 1024], pixels[at + 2048], null);
      double off = Math.abs(hsb[0] - factors[1]);
      assertEquals(0, Math.min(off, 1 - off), 0.02, "image " + i);
    }
  }

  @Test
  void theSummaryCountsClasses() {
    DataSummary summary = DataSets.inspect("shapes", cache, Progress.NONE);
    assertEquals(DataKind.GENERATED, summary.kind());
    assertEquals(20_000, summary.trainImages());
    assertEquals(4_000, summary.testImages());
    assertEquals(6, summary.classes().size());
    assertEquals(24_000, summary.classes().stream().mapToInt(c -> c.train() + c.test()).sum());
    assertEquals(3, summary.channels());
  }

  private static String hashOf(PackContent content) {
    int pixels = content.shape().pixels();
    byte[] images = new byte[100 * pixels];
    for (int i = 0; i < 100; i++) {
      content.draw(i, images, i * pixels);
    }
    return hashOf(images);
  }

  private static String hashOf(int[] pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i];
    }
    return hashOf(bytes);
  }

  private static String hashOf(byte[] bytes) {
    MessageDigest digest = Sha256.digest();
    return HexFormat.of().formatHex(digest.digest(bytes), 0, 8);
  }
}
