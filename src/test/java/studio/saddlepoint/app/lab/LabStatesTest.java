package studio.saddlepoint.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.lab.heap.HeapShape;
import studio.saddlepoint.lab.orbit.OrbitRule;
import studio.saddlepoint.lab.orbit.OrbitState;
import studio.saddlepoint.lab.plane.NetworkSizes;
import studio.saddlepoint.lab.plane.PlaneData.Centre;
import studio.saddlepoint.recipe.method.Loss;

/** The experiments without a window. */
class LabStatesTest {
  private static HeapsState walked(HeapsState from, int steps) {
    HeapsState at = from;
    for (int i = 0; i < steps; i++) {
      at = at.next();
    }
    return at;
  }

  @Test
  void apartTheDivergenceMovesNothingAndTheCriticBringsTheHeapHome() {
    HeapsState stuck = walked(HeapsState.DEFAULT, 50);
    assertEquals(4, stuck.heaps().place());
    assertTrue(HeapsWords.of(stuck).contains("log 2"));
    HeapsState home = walked(HeapsState.DEFAULT.walking(HeapsWalk.CRITIC).at(0.05), 100);
    assertEquals(0, home.heaps().place(), 0.06);
    HeapsState noisy = HeapsState.DEFAULT.with(HeapsState.DEFAULT.heaps().noisy(1)).at(0.4);
    assertEquals(0, walked(noisy, 400).heaps().place(), 0.1);
    assertTrue(HeapsWords.of(noisy).contains("oise"));
  }

  @Test
  void earthIsMovedBarByBarUntilAllLiesWhereItShould() {
    HeapsState at =
        HeapsState.DEFAULT
            .with(HeapsState.DEFAULT.heaps().at(3).shaped(HeapShape.BUMP, HeapShape.TWO_BUMPS))
            .walking(HeapsWalk.EARTH);
    assertFalse(at.ended());
    int steps = 0;
    while (!at.ended()) {
      at = at.next();
      steps++;
      assertTrue(steps < 100);
    }
    assertEquals(at.bars(), at.next().bars());
    assertTrue(HeapsWords.of(at).startsWith("All earth"));
  }

  @Test
  void theOrbitIsToldByItsRule() {
    OrbitMoment out = OrbitMoment.DEFAULT;
    assertTrue(OrbitWords.of(out).contains("1.0050"));
    assertTrue(OrbitWords.of(out.with(out.rule().inTurn(true))).contains("neither nearer"));
    OrbitRule penalty = out.rule().withPenalty(0.5);
    assertTrue(OrbitWords.of(out.with(penalty)).contains("penalty"));
    assertTrue(OrbitWords.of(out.with(out.rule().withHistory(0.5))).contains("0.50"));
    assertTrue(
        OrbitWords.of(new OrbitMoment(out.rule(), OrbitState.at(1e13, 0))).contains("too far"));
  }

  @Test
  void aTimelineGoesBackAndBranches() {
    Timeline<Integer> timeline = new Timeline<>(10, 0);
    for (int i = 0; i < 4; i++) {
      timeline.advance(each -> each + 1);
    }
    assertEquals(4, timeline.now());
    timeline.placeProperty().set(1);
    assertEquals(1, timeline.now());
    assertEquals(List.of(0, 1), timeline.until());
    timeline.change(each -> 10);
    timeline.advance(each -> each + 1);
    assertEquals(List.of(0, 10, 11), timeline.until());
    timeline.restart(5);
    assertEquals(0, timeline.lastProperty().get());
    timeline.change(each -> 6);
    assertEquals(List.of(6), timeline.until());
  }

  @ParameterizedTest
  @EnumSource(PlaneDifference.class)
  void aSecondPlaneHasTheSameSeedAndDataAndOneDifference(PlaneDifference difference) {
    PlaneState state = PlaneState.DEFAULT.with(difference);
    assertEquals(difference == PlaneDifference.NONE ? 1 : 2, state.settings().size());
    var last = state.settings().get(state.settings().size() - 1);
    assertEquals(state.first().recipe().seed(), last.recipe().seed());
    assertEquals(state.first().data(), last.data());
    if (difference != PlaneDifference.NONE) {
      assertNotEquals(state.first(), last);
    }
  }

  @Test
  void trainingsGoOnByOtherSettingsButNotWithOtherNetworks() {
    PlaneState state = PlaneState.DEFAULT;
    assertTrue(state.goesOn(state.with(Map.of("method.loss", Loss.HINGE))));
    assertTrue(state.goesOn(state.with(PlaneKind.SPIRAL)));
    assertTrue(state.goesOn(state.drawing(new Centre(0, 0))));
    assertFalse(state.goesOn(state.with(new NetworkSizes(1, 8, 1, 8))));
    assertFalse(state.goesOn(state.with(PlaneDifference.R1)));
  }

  @Test
  void aDrawingStaysBounded() {
    PlaneState state = PlaneState.DEFAULT;
    for (int i = 0; i < 2 * PlaneState.MOST_POINTS; i++) {
      state = state.drawing(new Centre(0.001 * i, 0));
    }
    assertEquals(PlaneState.MOST_POINTS, state.drawn().size());
    assertEquals(state.drawn(), state.first().data().centres());
    assertEquals(PlaneKind.DRAWN, state.kind());
  }

  /** Terms lead to experiments and presets that there are. */
  @Test
  void placesThatTheGlossaryNamesAreThere() throws IOException {
    String glossary;
    try (InputStream in = Messages.class.getResourceAsStream("glossary/glossary.json")) {
      glossary = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    Matcher place = Pattern.compile("\"lab:([a-z]+)(?::([a-z]+))?\"").matcher(glossary);
    int found = 0;
    while (place.find()) {
      found++;
      String experiment = "lab." + place.group(1);
      assertTrue(Messages.has(experiment + ".about"), place.group());
      assertTrue(
          place.group(2) == null || Messages.has(experiment + ".preset." + place.group(2)),
          place.group());
    }
    assertTrue(found >= 12, () -> "the glossary names few places");
  }

  @Test
  void picturesAreAskedAnewOnlyForAnotherStudy() {
    PicturesState state = PicturesState.DEFAULT;
    assertTrue(state.sameStudy(state.of(5).at(9)));
    assertFalse(state.sameStudy(state.from("strokes")));
    assertFalse(state.sameStudy(PicturesState.LEARNT));
    assertEquals(0, state.at(-3).step());
    assertEquals(16, state.at(99).step());
  }
}
