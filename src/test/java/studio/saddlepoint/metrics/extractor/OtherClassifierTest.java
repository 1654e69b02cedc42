package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.bench.BenchmarkData;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;

class OtherClassifierTest {
  private static final ImageShape GREY = new ImageShape(1, 32, 32);
  private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

  @TempDir private Path caches;

  @Test
  void learnsOtherPicturesThanThoseItLooksAt() {
    assertEquals("strokes", OtherClassifierKind.other(GREY, "MNIST"));
    assertEquals("shapes", OtherClassifierKind.other(GREY, "Strokes"));
    assertEquals("shapes", OtherClassifierKind.other(COLOUR, "CIFAR-10"));
    assertEquals("strokes", OtherClassifierKind.other(COLOUR, "Shapes"));
  }

  @Test
  void picturesThatAreNotSquareAreRefused() {
    StudioException refused =
        assertThrows(
            StudioException.class,
            () ->
                Extractors.open(
                    OtherClassifierKind.OTHER_CLASSIFIER.usual(),
                    new ImageShape(1, 32, 64),
                    caches,
                    Progress.NONE));
    assertTrue(refused.getMessage().contains("64 by 32"), refused.getMessage());
  }

  @Test
  void colourIsTurnedGreyByItsMeanAndGreyIntoThreeEqualChannels() {
    DataSet colour = new BenchmarkData(COLOUR);
    DataSet grey = new OtherColours(colour);
    assertEquals(GREY, grey.shape());
    assertNotEquals(colour.fingerprint(), grey.fingerprint());
    byte[] three = colour.read(new int[] {3});
    byte[] one = grey.read(new int[] {3});
    int plane = 32 * 32;
    for (int i = 0; i < plane; i++) {
      int sum = 0;
      for (int c = 0; c < 3; c++) {
        sum += Byte.toUnsignedInt(three[c * plane + i]);
      }
      assertEquals(sum / 3.0, Byte.toUnsignedInt(one[i]), 0.5);
    }
    DataSet back = new OtherColours(grey);
    assertEquals(COLOUR, back.shape());
    byte[] equal = back.read(new int[] {3});
    for (int c = 0; c < 3; c++) {
      assertArrayEquals(one, java.util.Arrays.copyOfRange(equal, c * plane, (c + 1) * plane));
    }
  }
}
