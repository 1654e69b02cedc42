package studio.saddlepoint.train.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.data.ImageShape;

class MeanPicturesTest {
  @Test
  void areMadeSmallAndPutInOrder() {
    ImageShape shape = new ImageShape(3, 64, 64);
    byte[] pixels = new byte[3 * shape.pixels()];
    // red of the first is 10 left and 20 right; the others are even
    for (int i = 0; i < 64 * 64; i++) {
      pixels[i] = (byte) (i % 64 < 32 ? 10 : 20);
    }
    Arrays.fill(pixels, shape.pixels(), 2 * shape.pixels(), (byte) 200);
    Arrays.fill(pixels, 2 * shape.pixels(), 3 * shape.pixels(), (byte) 100);
    MeanPictures means = new MeanPictures(3, shape);
    means.add(2, pixels, 0);
    means.add(0, pixels, 1);
    means.add(0, pixels, 2);
    assertEquals(new ImageShape(3, 32, 32), means.small());
    assertArrayEquals(new long[] {2, 0, 1}, means.sizes());
    byte[] found = means.means(new int[] {2, 1, 0});
    assertEquals(10, found[0]);
    assertEquals(20, found[31]);
    assertEquals(0, found[32 * 32]); // green
    assertEquals(0, found[3 * 32 * 32 + 5]); // without pictures
    assertEquals(150, found[2 * 3 * 32 * 32] & 0xff);
  }

  @Test
  void stayAsTheyAreWhereTheyAreSmall() {
    assertEquals(new ImageShape(1, 28, 28), new MeanPictures(2, new ImageShape(1, 28, 28)).small());
  }
}
