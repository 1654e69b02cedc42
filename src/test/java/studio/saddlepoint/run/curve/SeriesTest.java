package studio.saddlepoint.run.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void aMillionStepsStayInBoundedMemoryAndKeepTheirPeaks() {
    Series series = new Series();
    for (int step = 1; step <= 1_000_000; step++) {
      series.add(step, step == 777_777 ? 50 : Math.sin(step));
    }
    Points points = series.points();
    assertTrue(points.size() <= Series.CAPACITY);
    assertTrue(points.size() > Series.CAPACITY / 4);
    assertEquals(50, Arrays.stream(points.highs()).max().orElseThrow());
    assertEquals(-1, Arrays.stream(points.lows()).min().orElseThrow(), 1e-3);
    assertEquals(0, Arrays.stream(points.means()).average().orElseThrow(), 1e-3);
  }

  @Test
  void theMeanOfABucketIsTheMeanOfItsSteps() {
    Series series = new Series();
    int count = 3 * Series.CAPACITY;
    for (int step = 0; step < count; step++) {
      series.add(step, step);
    }
    Points points = series.points();
    assertEquals(0, points.steps()[0]);
    assertEquals(1.5, points.means()[0]);
    assertEquals(0, points.lows()[0]);
    assertEquals(3, points.highs()[0]);
  }

  @Test
  void valuesThatAreNoNumbersAreCountedNotDrawn() {
    Series series = new Series();
    series.add(1, 0.5);
    series.add(2, Double.NaN);
    series.add(3, Double.POSITIVE_INFINITY);
    assertEquals(2, series.nonFinite());
    assertTrue(Double.isInfinite(series.last()));
    assertArrayEquals(new double[] {0.5}, series.points().means());
  }

  @Test
  void aStepBeforeTheLastIsDoneAgain() {
    Series series = new Series();
    for (int step : new int[] {1, 2, 300, 100, 101}) {
      series.add(step, step);
    }
    assertArrayEquals(new double[] {1, 2, 100, 101}, series.points().steps());
  }

  @Test
  void theLargestNumbersHaveAMean() {
    Series series = new Series();
    for (int step = 0; step < 3 * Series.CAPACITY; step++) {
      series.add(step, step % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
    }
    for (double mean : series.points().means()) {
      assertTrue(Math.abs(mean) < 1e300, mean + " is a mean");
    }
  }

  @Test
  void forgetsWhatWasLost() {
    Series series = new Series();
    for (int step = 1; step <= 100; step++) {
      series.add(step, step);
    }
    series.forgetAfter(40);
    assertEquals(40, series.points().size());
    assertEquals(40, series.last());
  }
}
