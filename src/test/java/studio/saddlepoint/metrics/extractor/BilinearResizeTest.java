package studio.saddlepoint.metrics.extractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expected values are those of PyTorch's interpolate with align_corners = False. */
class BilinearResizeTest {
  private static float[] resized(float[] source, int width, int height, int wide, int high) {
    float[] target = new float[wide * high];
    new BilinearResize(width, height, wide, high).plane(source, 0, target, 0);
    return target;
  }

  /** PyTorch's documentation of Upsample shows this one. */
  @Test
  void makesLargerAsPytorchDoes() {
    float[] expected = {
      1, 1.25f, 1.75f, 2, 1.5f, 1.75f, 2.25f, 2.5f, 2.5f, 2.75f, 3.25f, 3.5f, 3, 3.25f, 3.75f, 4
    };
    assertArrayEquals(expected, resized(new float[] {1, 2, 3, 4}, 2, 2, 4, 4), 1e-6f);
  }

  /** Without a filter: only the two nearest pixels count, however many lie between. */
  @Test
  void makesSmallerWithoutAFilter() {
    float[] row = {10, 0, 0, 20, 30, 0, 0, 0, 0, 0};
    assertArrayEquals(new float[] {0, 0}, resized(row, 10, 1, 2, 1), 1e-6f);
    assertArrayEquals(
        new float[] {5, 25, 0}, resized(new float[] {10, 0, 20, 30, 0, 0}, 6, 1, 3, 1), 1e-5f);
  }

  @Test
  void leavesTheSameSizeAsItIs() {
    float[] source = {1, 2, 3, 4, 5, 6};
    assertArrayEquals(source, resized(source, 3, 2, 3, 2));
    assertEquals(7, resized(new float[] {7}, 1, 1, 5, 5)[24]);
  }
}
