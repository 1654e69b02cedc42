package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InceptionScoreTest {
  @Test
  void isOneAndNoLessWhereAllImagesAreAlike() {
    for (int rows = 10; rows < 200; rows++) {
      InceptionScore.Accumulator stream = new InceptionScore.Accumulator(rows, 3, 10);
      for (int i = 0; i < rows; i++) {
        stream.add(new double[] {0.1, 0.2, 0.7});
      }
      InceptionScore score = stream.score();
      assertEquals(1, score.mean(), 1e-12);
      assertTrue(score.mean() >= 1, rows + " rows: " + score);
    }
  }
}
