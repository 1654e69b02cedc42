package studio.saddlepoint.train.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChartAxisTest {
  private static List<String> texts(ChartAxis axis) {
    return axis.ticks().stream().map(axis::text).toList();
  }

  @Test
  void writesRoundNumbers() {
    assertEquals(List.of("0.0", "0.5", "1.0", "1.5"), texts(ChartAxis.around(0.1, 1.4, 4)));
    assertEquals(List.of("0", "5 k", "10 k", "15 k", "20 k"), texts(ChartAxis.of(0, 20_000, 5)));
    assertEquals(List.of("0", "2 M", "4 M"), texts(ChartAxis.of(0, 5e6, 3)));
    assertEquals(List.of("0.00", "0.25", "0.50", "0.75", "1.00"), texts(ChartAxis.of(0, 1, 4)));
    assertEquals(List.of("-20", "0", "20", "40"), texts(ChartAxis.around(-15, 33, 4)));
    assertEquals(List.of("0.01", "0.1", "1", "10"), texts(ChartAxis.logarithmic(0.02, 9)));
  }

  @Test
  void holdsWhatItIsAround() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double one = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 5);
      double other = i % 5 == 0 ? one : random.nextGaussian() * Math.abs(one);
      double low = Math.min(one, other);
      double high = Math.max(one, other);
      ChartAxis axis = ChartAxis.around(low, high, 4);
      assertTrue(axis.low() <= low && axis.high() >= high, axis + " around " + low + " " + high);
      assertTrue(axis.ticks().size() >= 2 && axis.ticks().size() <= 8, "" + axis);
      assertTrue(axis.place(low) <= axis.place(high));
      if (low > 0) {
        ChartAxis log = ChartAxis.logarithmic(low, high);
        assertTrue(log.low() <= low * 1.0001 && log.high() >= high * 0.9999, "" + log);
        assertEquals(1, log.place(log.high()), 1e-9);
      }
    }
  }

  @Test
  void hasRoomForOneValueAlone() {
    assertEquals(0.5, ChartAxis.around(0, 0, 4).place(0), 1e-9);
    assertTrue(ChartAxis.around(5, 5, 4).low() < 5);
  }
}
