package studio.saddlepoint.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MeanTruncationTest {
  @Test
  void drawsCodesTowardsTheirMean() {
    float[] w = {1, 2, 3, 4, 5, 6, 7, 8};
    float[] mean = {1, 0};
    assertArrayEquals(w, MeanTruncation.apply(w, mean, 1, 2, -1));
    assertArrayEquals(
        new float[] {1, 0, 1, 0, 1, 0, 1, 0}, MeanTruncation.apply(w, mean, 0, 2, -1));
    assertArrayEquals(
        new float[] {1, 1, 3, 4, 3, 3, 7, 8}, MeanTruncation.apply(w, mean, 0.5, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> MeanTruncation.apply(w, mean, 1, 3, -1));
  }
}
