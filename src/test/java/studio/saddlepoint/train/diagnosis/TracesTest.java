package studio.saddlepoint.train.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TracesTest {
  private final Traces traces = new Traces();

  private Trace after(int steps) {
    for (int i = 0; i < steps; i++) {
      traces.add(Map.of("x", (double) i));
    }
    return traces.now().get("x");
  }

  @Test
  void keepsTheNewestAsTheyAre() {
    double[] recent = after(1234).recent();
    assertEquals(100, recent.length);
    assertEquals(1134, recent[0]);
    assertEquals(1233, recent[99]);
  }

  @Test
  void keepsMeansOfPiecesOfAllInBoundedMemory() {
    Trace trace = after(100_000);
    assertTrue(trace.pieces().length <= 64, "" + trace.pieces().length);
    assertTrue(trace.pieces().length >= 32);
    double piece = 2048;
    assertEquals((piece - 1) / 2, trace.pieces()[0], 1e-9);
    assertEquals(piece + (piece - 1) / 2, trace.pieces()[1], 1e-9);
  }

  @Test
  void hasOneMeanAStepWhileThereAreFew() {
    assertArrayEquals(new double[] {0, 1, 2}, after(3).pieces());
    traces.clear();
    assertTrue(traces.now().isEmpty());
  }

  @Test
  void hasAMedianUnlessANumberIsMissing() {
    assertEquals(OptionalDouble.of(1.5), after(4).median());
    traces.add(Map.of("x", Double.NaN));
    assertEquals(OptionalDouble.empty(), traces.now().get("x").median());
    assertEquals(OptionalDouble.of(3), traces.now().get("x").highest());
  }
}
