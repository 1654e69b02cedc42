package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.chart.spec.ChartSpec;

class ChartChoiceTest {
  private static final ChartSpec A = ChartSpec.always("a");
  private static final ChartSpec B = ChartSpec.always("b");
  private static final ChartSpec C = ChartSpec.withData("c").onRequest();

  @TempDir Path folder;
  private Settings settings;

  @BeforeEach
  void settings() {
    settings = new Settings(folder);
  }

  private ChartChoice choice(ChartSpec... all) {
    return new ChartChoice(settings, List.of(all));
  }

  private static List<String> order(ChartChoice choice) {
    return choice.order().stream().map(ChartSpec::id).toList();
  }

  @Test
  void whatIsChosenIsKept() {
    ChartChoice choice = choice(A, B, C);
    assertTrue(choice.wants(A));
    assertFalse(choice.wants(C), "on request only");
    choice.want(A, false);
    choice.want(C, true);
    settings = new Settings(folder);
    ChartChoice again = choice(A, B, C);
    assertFalse(again.wants(A));
    assertTrue(again.wants(B));
    assertTrue(again.wants(C));
    again.reset();
    assertTrue(again.wants(A));
    assertFalse(choice(A, B, C).wants(C));
  }

  @Test
  void aChartMovesPastTheNextOneThatIsInView() {
    ChartChoice choice = choice(A, B, C);
    choice.move(A, 1, id -> true);
    assertEquals(List.of("b", "a", "c"), order(choice));
    choice.move(C, -1, id -> id != A);
    assertEquals(List.of("c", "b", "a"), order(choice));
    choice.move(C, -1, id -> true);
    assertEquals(List.of("c", "b", "a"), order(choice(A, B, C)), "first stays first, and is kept");
  }

  @Test
  void chartsOfANewerVersionComeAfterTheirUsualNeighbours() {
    choice(A, C).move(A, 1, id -> true);
    assertEquals(List.of("c", "a", "b"), order(choice(A, B, C)));
    assertEquals(List.of("a"), order(choice(A)), "of an older one");
  }
}
