package studio.saddlepoint.metrics.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.latent.direction.Attribute;

class AttributeTraceTest {
  private static final double GAP = Double.NaN;

  private static AttributeTrace trace(double... values) {
    List<Long> steps = new ArrayList<>();
    for (long i = 0; i < values.length; i++) {
      steps.add(100 * i);
    }
    return new AttributeTrace(
        new Attribute("square", Attribute.Kind.CLASS),
        steps,
        DoubleStream.of(values).boxed().toList());
  }

  @Test
  void anAttributeAppearsWhereItStaysBeyondTheMiddle() {
    assertEquals(OptionalInt.of(3), trace(0, 1, 2, 6, 7, 10).halfway());
    assertEquals(OptionalInt.of(4), trace(0, 6, 7, 4, 7, 10).halfway()); // it had come and gone
    assertEquals(OptionalInt.of(2), trace(10, 9, 3, 1, 0).halfway()); // it falls
    assertEquals(OptionalInt.of(1), trace(-1, 1).halfway());
    assertEquals(OptionalInt.of(3), trace(GAP, 0, GAP, 8, GAP, 10, GAP).halfway());
    assertTrue(
        trace(0, 1, 2, 6, 10)
            .sentence()
            .endsWith(
                "0.00 at step 0, 10.00 at step 400; half of the way to its final value is reached at step 300."));
  }

  @Test
  void whatDoesNotChangeOrIsNotKnownNeverAppears() {
    for (AttributeTrace each :
        List.of(trace(), trace(3), trace(2, 5, 2), trace(GAP, 4, GAP), trace(GAP))) {
      assertEquals(OptionalInt.empty(), each.halfway());
    }
    assertTrue(trace(2, 5, 2).sentence().endsWith("it ends where it began."));
    assertTrue(trace(GAP).sentence().endsWith("no picture could be judged."));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new AttributeTrace(new Attribute("x", Attribute.Kind.FACTOR), List.of(1L), List.of()));
  }
}
