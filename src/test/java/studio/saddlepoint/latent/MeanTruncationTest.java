package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeanTruncationTest {
  @Test
  void drawsCodesTowardsTheirMean() {
    float[] w = {1, 2, 3, 4, 5, 6, 7, 8};
    float[] mean = {1, 0};
    assertArrayEquals(w, new MeanTruncation(mean, 1, -1).apply(w, 2));
    assertArrayEquals(
        new float[] {1, 0, 1, 0, 1, 0, 1, 0}, new MeanTruncation(mean, 0, -1).apply(w, 2));
    assertArrayEquals(
        new float[] {1, 1, 3, 4, 3, 3, 7, 8}, new MeanTruncation(mean, 0.5, 1).apply(w, 2));
    assertThrows(IllegalArgumentException.class, () -> new MeanTruncation(mean, 1, -1).apply(w, 3));
  }
}
