package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.HyperParameters;
import studio.saddlepoint.recipe.parameter.HyperParameter;
import studio.saddlepoint.recipe.parameter.ScheduleShape;

class SchedulePiecesTest {
  private static final HyperParameter RATE = HyperParameters.of("generator.optimizer.learningRate");

  private static SchedulePieces of(String text) {
    return SchedulePieces.of(RATE, text);
  }

  @Test
  void readsAndWritesWhatTheFieldHolds() {
    String text = "linear(0..0.001, 12.5%) then constant(0.001, 20000)";
    assertEquals(2, of(text).pieces().size());
    assertEquals(
        new SchedulePieces.Piece(ScheduleShape.LINEAR, "0", "0.001", "12.5%"),
        of(text).pieces().get(0));
    assertEquals(text, of(text).text("1"));
    assertTrue(of("0.5").pieces().isEmpty());
    assertEquals("0.5", of("0.5").text("0.5"));
  }

  @Test
  void aFirstPieceFallsFromHereOn() {
    assertEquals("linear(2e-4..0, 100%)", SchedulePieces.begin(RATE, "2e-4", 0, 640_000).text(""));
    assertEquals(
        "constant(2e-4, 40000) then linear(2e-4..0, 600000)",
        SchedulePieces.begin(RATE, "2e-4", 40_000, 640_000).text(""));
    HyperParameter smoothing = HyperParameters.of("method.realTarget");
    assertEquals("linear(0.9..0.5, 100%)", SchedulePieces.begin(smoothing, "0.9", 0, 9).text(""));
  }

  @Test
  void oneMoreSharesTheLengthOfTheLast() {
    SchedulePieces two = of("linear(2e-4..0, 100%)").more();
    assertEquals("linear(2e-4..0, 50%) then constant(0, 50%)", two.text(""));
    assertEquals(
        "constant(1, 3) then constant(1, 2) then constant(1, 2)",
        of("constant(1, 3) then constant(1, 5)").more().text(""));
    assertEquals("constant(0, 50%)", two.without(0).text(""));
    for (String none : List.of("", "half", "0", "1.5", "200%")) {
      SchedulePieces wrong = two.with(1, two.pieces().get(1).withOver(none)).more();
      assertEquals(none, wrong.pieces().get(2).over());
    }
  }
}
