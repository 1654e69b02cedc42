package studio.saddlepoint.metrics.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReferenceImagesTest {
  @Test
  void choosesReferenceImagesOnceAndForAll() {
    ToyImages set = new ToyImages("toy", 50, true, 1);
    int[] few = ReferenceImages.choose(set, 7);
    int[] all = ReferenceImages.choose(set, 50);
    assertArrayEquals(few, java.util.Arrays.copyOf(all, 7));
    assertEquals(50, java.util.Arrays.stream(all).distinct().count());
  }
}
