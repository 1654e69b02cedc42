package studio.saddlepoint.metrics.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FidInfinityTest {
  @Test
  void readsTheEndOfALine() {
    double[] sizes = Arrays.stream(FidInfinity.sizes(1000)).asDoubleStream().toArray();
    double[] fids = Arrays.stream(sizes).map(n -> 7 + 300 / n).toArray();
    FidInfinity line = FidInfinity.of(sizes, fids);
    assertEquals(7, line.value(), 1e-9);
    assertEquals(300, line.slope(), 1e-6);
    assertEquals(7.3, line.at(1000), 1e-9);
    assertEquals(200, sizes[0]);
    assertEquals(1000, sizes[14]);
  }
}
