package studio.saddlepoint.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class SoakTest {
  private static Soak soak(
      int minutes,
      LongUnaryOperator megabytes,
      LongUnaryOperator handles,
      LongUnaryOperator threads) {
    List<ProcessState> states = new ArrayList<>();
    for (int i = 0; i <= minutes; i++) {
      states.add(
          new ProcessState(
              Duration.ofMinutes(i),
              OptionalLong.of(megabytes.applyAsLong(i) << 20),
              OptionalLong.of(handles.applyAsLong(i)),
              threads.applyAsLong(i)));
    }
    return new Soak(states, Optional.empty(), Optional.empty(), OptionalDouble.empty());
  }

  @Test
  void whatGrowsInTheFirstMinutesOnlyIsFlat() {
    Soak soak = soak(60, i -> 900 + 20 * Math.min(i, 5) + i % 3, i -> 60 + i % 2, i -> 40);
    assertEquals(Optional.of(true), soak.flat());
    assertTrue(soak.sentence().startsWith("Flat after 5 minutes"), soak.sentence());
  }

  @Test
  void memoryThatGoesOnGrowingIsNot() {
    Soak soak = soak(60, i -> 900 + i, i -> 60, i -> 40);
    assertEquals(Optional.of(false), soak.flat());
    assertEquals(38L << 20, soak.grownBytes().getAsLong());
    assertTrue(soak.sentence().startsWith("Grows after 5 minutes"), soak.sentence());
  }

  @Test
  void norAreFilesOrThreadsThatAreNeverGivenBack() {
    assertEquals(Optional.of(false), soak(60, i -> 900, i -> 60 + i / 5, i -> 40).flat());
    assertEquals(Optional.of(false), soak(60, i -> 900, i -> 60, i -> 40 + i / 5).flat());
  }

  @Test
  void aShortOneSaysNothing() {
    Soak soak = soak(6, i -> 900 + 100 * i, i -> 60, i -> 40);
    assertEquals(Optional.empty(), soak.flat());
    assertTrue(soak.sentence().startsWith("Too short to tell"), soak.sentence());
    assertTrue(soak(7, i -> 900, i -> 60, i -> 40).flat().orElseThrow());
  }

  @Test
  void thisProcessHoldsSomething() {
    ProcessState now = ProcessState.now(Duration.ofMinutes(3));
    assertTrue(now.threads() > 0);
    now.residentBytes().ifPresent(each -> assertTrue(each > 10 << 20));
    now.handles().ifPresent(each -> assertTrue(each > 0));
    assertTrue(Soak.line(now).startsWith("  3 min "), Soak.line(now));
  }
}
