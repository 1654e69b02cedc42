package studio.saddlepoint.run.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a pyramid is what a list of all values would answer. */
class SeriesPyramidTest {
  private record Value(long step, double value) {}

  private final Random random = new Random(1);
  private final List<Value> all = new ArrayList<>();
  private final Series series = new Series();
  private long step;

  private void tell(int count) {
    for (int i = 0; i < count; i++) {
      step += 1 + random.nextInt(3);
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(6));
      all.add(new Value(step, value));
      series.add(step, value);
    }
  }

  private void goBack(long to) {
    assertTrue(series.forgetAfter(to), "all up to " + to + " is still there");
    all.removeIf(each -> each.step() > to);
    step = to;
  }

  private void compare(double from, double to, int columns) {
    Points points = series.view(from, to, columns);
    int at = 0;
    for (int bucket = 0; bucket < points.size(); bucket++) {
      if (bucket == 0) {
        while (all.get(at).step() != points.steps()[0]) {
          at++;
        }
      }
      assertEquals(all.get(at).step(), points.steps()[bucket]);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double sum = 0;
      double size = 0;
      for (int i = 0; i < points.counts()[bucket]; i++, at++) {
        low = Math.min(low, all.get(at).value());
        high = Math.max(high, all.get(at).value());
        sum += all.get(at).value();
        size = Math.max(size, Math.abs(all.get(at).value()));
      }
      assertEquals(low, points.lows()[bucket]);
      assertEquals(high, points.highs()[bucket]);
      double mean = sum / points.counts()[bucket];
      assertEquals(mean, points.means()[bucket], 1e-12 * size);
    }
    assertTrue(points.size() > 0 || all.isEmpty());
    boolean first = points.steps()[0] <= from || all.get(0).step() == points.steps()[0];
    assertTrue(first, "begins before the range");
    assertTrue(at == all.size() || all.get(at).step() > to, "ends after the range");
  }

  private void compareAnywhere() {
    compare(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 500);
    for (int i = 0; i < 20; i++) {
      double from = random.nextDouble() * step;
      double to = from + random.nextDouble() * (step - from);
      compare(from, to, 1 + random.nextInt(2000));
    }
    compare(step, step, 1);
    assertEquals(all.size(), series.count());
    assertEquals(all.get(all.size() - 1).value(), series.last());
  }

  @Test
  void everyLevelHasTheLeastTheMostAndTheMean() {
    for (int count : new int[] {1, 63, 2000, 70_000, 300_000}) {
      tell(count);
      compareAnywhere();
    }
  }

  @Test
  void resumedAnywhereItIsAsIfTheLostStepsHadNeverBeen() {
    tell(1000);
    goBack(step / 2);
    compareAnywhere();
    tell(400_000);
    for (int i = 0; i < 10; i++) {
      goBack(step - random.nextInt(3000));
      compareAnywhere();
      tell(random.nextInt(5000));
      compareAnywhere();
    }
  }

  @Test
  void cutFarBackALongSeriesSaysThatSomeMayBeMissing() {
    tell(400_000);
    long to = step / 3;
    boolean whole = series.forgetAfter(to);
    all.removeIf(each -> each.step() > to);
    assertEquals(false, whole);
    assertTrue(all.size() - series.count() < 64, "less than a bucket is missing");
    while (all.size() > series.count()) {
      all.remove(all.size() - 1);
    }
    step = to;
    tell(10_000);
    compareAnywhere();
  }

  @Test
  void aChartOfALongRunIsNoMoreWorkThanOneOfAShortRun() {
    tell(2_000_000);
    assertTrue(series.view(0, step, 800).size() <= 4 * 800 + 2);
    assertTrue(series.points().size() <= Series.CAPACITY);
    assertTrue(series.resolves(0, step, 800));
    assertTrue(!series.resolves(step - 1000, step, 800));
  }
}
