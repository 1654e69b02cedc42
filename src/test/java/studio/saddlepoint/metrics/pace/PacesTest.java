package studio.saddlepoint.metrics.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacesTest {
  private static final PlannedWork KID = new PlannedWork(Work.COMPARING, "kid", 2);
  private static final PlannedWork LOOK = new PlannedWork(Work.REAL, "classifier 28x28x1", 10);

  private final List<String> kept = new ArrayList<>();
  private final Paces paces = new Paces("", kept::add);

  @Test
  void takesTheUsualTimeBeforeAnythingWasDone() {
    assertFalse(paces.known());
    assertEquals(12, paces.seconds(List.of(KID, LOOK)), 1e-9);
    paces.busy(true);
    assertEquals(24, paces.seconds(List.of(KID, LOOK)), 1e-9);
  }

  @Test
  void learnsPartByPartWhateverTheirSize() {
    paces.took(KID, 6);
    assertTrue(paces.known());
    assertEquals(3, paces.seconds(new PlannedWork(Work.COMPARING, "kid", 1)), 1e-3);
    // What was never done here is taken to be as slow as the rest.
    assertEquals(30, paces.seconds(LOOK), 0.1);
    paces.took(LOOK, 10);
    assertEquals(10, paces.seconds(LOOK), 1e-3);
    assertEquals(6, paces.seconds(KID), 1e-3);
  }

  @Test
  void takesTheNewestAsMuchAsAllBefore() {
    paces.took(KID, 2);
    paces.took(KID, 8);
    assertEquals(4, paces.seconds(KID), 1e-3);
  }

  @Test
  void tellsApartWhetherATrainingRuns() {
    paces.took(KID, 2);
    paces.took(LOOK, 10);
    paces.busy(true);
    assertFalse(paces.known());
    paces.took(KID, 6);
    assertEquals(6, paces.seconds(KID), 1e-3);
    // Three times as slow beside a training, as far as it was seen.
    assertEquals(30, paces.seconds(LOOK), 0.1);
    paces.busy(false);
    assertEquals(2, paces.seconds(KID), 1e-3);
  }

  @Test
  void knowsWhatWasKept() {
    paces.took(KID, 6);
    paces.busy(true);
    paces.took(LOOK, 20);
    paces.keep();
    Paces again = new Paces(kept.get(kept.size() - 1), text -> {});
    assertEquals(6, again.seconds(KID), 0.01);
    again.busy(true);
    assertEquals(20, again.seconds(LOOK), 0.01);
  }

  @Test
  void passesOverWhatCannotBeRead() {
    Paces read = new Paces("kid=NaN;=3;real x=;kid=-1;;sliced=2;kid=1e99;kid=0", text -> {});
    assertEquals(2, read.seconds(new PlannedWork(Work.COMPARING, "sliced", 1)), 1e-9);
    assertEquals(2 * 2, read.seconds(KID), 1e-9);
  }

  @Test
  void doesNotLearnFromMoments() {
    paces.took(KID, 0.001);
    paces.took(new PlannedWork(Work.REAL, "", 0), 5);
    assertFalse(paces.known());
  }

  @Test
  void forgetsTheOldestOfMany() {
    for (int i = 0; i < 300; i++) {
      paces.took(new PlannedWork(Work.SAMPLES, "generator " + i, 1), i < 150 ? 9 : 1);
    }
    assertEquals(9, paces.seconds(new PlannedWork(Work.SAMPLES, "generator 100", 1)), 1e-3);
    double forgotten = paces.seconds(new PlannedWork(Work.SAMPLES, "generator 99", 1));
    assertTrue(forgotten > 1.5 && forgotten < 2, "like the rest: " + forgotten);
  }
}
