package studio.saddlepoint.train.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconstructedExamplesTest {
  @Test
  void areOfAllClassesWhereThoseTakeTurnsAndWhereTheyFollowEachOther() {
    assertEquals(10, examples(20_000).map(index -> index % 10).distinct().count());
    assertEquals(10, examples(20_000).map(index -> index / 2_000).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 11, 997})
  void lieWithinTheDataSet(int size) {
    assertTrue(examples(size).allMatch(index -> index >= 0 && index < size));
  }

  private static IntStream examples(int size) {
    return IntStream.range(0, 10).map(i -> ReconstructedExamples.index(i, size));
  }
}
