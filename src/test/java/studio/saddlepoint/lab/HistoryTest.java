package studio.saddlepoint.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void staysBoundedKeepsTheFirstAndTheOrderAndIsDensestNow() {
    History<Integer> past = new History<>(100, 0);
    for (int i = 1; i <= 100_000; i++) {
      past.add(i);
      assertTrue(past.size() <= 100);
    }
    assertEquals(0, past.get(0));
    assertEquals(100_000, past.newest());
    for (int i = 1; i < past.size(); i++) {
      assertTrue(past.get(i) > past.get(i - 1));
    }
    assertEquals(99_999, past.get(past.last() - 1));
  }

  @Test
  void anotherFutureBeginsWhereItIsCut() {
    History<String> past = new History<>(10, "a");
    List.of("b", "c", "d").forEach(past::add);
    past.cut(1);
    past.add("e");
    assertEquals(List.of("a", "b", "e"), past.until(past.last()));
    past.restart("z");
    assertEquals(List.of("z"), past.until(0));
  }

  @Test
  void aHistoryThatCouldNotBeThinnedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new History<>(2, 0));
  }
}
