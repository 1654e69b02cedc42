package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DrawingBudgetTest {
  private final AtomicLong cpu = new AtomicLong();
  private final DrawingBudget budget = new DrawingBudget(cpu::get, 2, 0.03);

  private void redrawsCost(Duration cost, int times) {
    for (int i = 0; i < times; i++) {
      budget.redraw();
      cpu.addAndGet(cost.toNanos());
    }
    budget.redraw();
  }

  @Test
  void cheapRedrawsComeFourTimesASecond() {
    redrawsCost(Duration.ofMillis(2), 10);
    assertEquals(Duration.ofMillis(250), budget.interval());
  }

  @Test
  void dearRedrawsStayUnderTheirShareOfTheMachine() {
    redrawsCost(Duration.ofMillis(60), 30);
    double share = 60.0 / (budget.interval().toMillis() * 2);
    assertTrue(share <= 0.0301, "share " + share);
    assertTrue(share >= 0.0290, "no slower than it must be: share " + share);
  }

  @Test
  void oneSlowRedrawDoesNotStopTheCharts() {
    redrawsCost(Duration.ofMillis(6), 10);
    redrawsCost(Duration.ofSeconds(2), 1);
    assertTrue(budget.interval().toMillis() <= 4000);
    redrawsCost(Duration.ofMillis(6), 30);
    assertEquals(Duration.ofMillis(250), budget.interval());
  }

  @Test
  void worksWhereTheMachineDoesNotTellProcessorTime() {
    redrawsCost(Duration.ZERO, 5);
    assertEquals(Duration.ofMillis(250), budget.interval());
  }
}
