package studio.saddlepoint.train.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.Remedy;

class DoctorTest {
  private boolean ill;
  private long step;

  /** Finds what the test says. */
  private final Diagnosis diagnosis =
      new Diagnosis() {
        @Override
        public String kind() {
          return "illness";
        }

        @Override
        public String label() {
          return "Illness";
        }

        @Override
        public List<String> thresholds() {
          return List.of();
        }

        @Override
        public Optional<Finding> look(Evidence evidence) {
          return ill
              ? Optional.of(
                  new Finding(
                      Severity.WARNING,
                      "It is ill.",
                      "Fever",
                      "A cold",
                      List.of(new Remedy("Rest.", Map.of()), new Remedy("Tea.", Map.of())),
                      Sight.PICTURES))
              : Optional.empty();
        }
      };

  private List<Event.Found> looks(Doctor doctor, String states) {
    List<Event.Found> told = new ArrayList<>();
    for (char each : states.toCharArray()) {
      ill = each == 'x';
      Evidence evidence = new Evidence(Recipe.defaults(), ++step, 0, Map.of(), List.of());
      told.addAll(doctor.look(evidence, found -> "findings/" + found.kind() + ".png"));
    }
    return told;
  }

  @Test
  void tellsOnceWhatSeveralLooksInARowShow() {
    Doctor doctor = new Doctor(List.of(diagnosis));
    assertEquals(List.of(), looks(doctor, "xx.xx.x"));
    List<Event.Found> told = looks(doctor, "xxxxxx");
    assertEquals(1, told.size());
    Event.Found found = told.get(0);
    assertEquals("illness", found.kind());
    assertEquals("warning", found.severity());
    assertEquals("Rest. Tea.", found.advice());
    assertEquals("findings/illness.png", found.picture());
    assertFalse(found.over());
    assertEquals(List.of(found), doctor.open());
  }

  @Test
  void tellsOnceThatItIsOver() {
    Doctor doctor = new Doctor(List.of(diagnosis));
    looks(doctor, "xxx");
    assertEquals(List.of(), looks(doctor, "..x.."));
    List<Event.Found> told = looks(doctor, "....");
    assertEquals(1, told.size());
    assertTrue(told.get(0).over());
    assertEquals("Over: It is ill.", told.get(0).what());
    assertEquals(List.of(), doctor.open());
    assertEquals(1, looks(doctor, "xxx").size(), "it may begin again");
  }

  @Test
  void doesNotRepeatWhatWasToldBeforeItWasAsked() {
    Doctor first = new Doctor(List.of(diagnosis));
    List<Event.Found> told = looks(first, "xxx");
    Doctor second = new Doctor(List.of(diagnosis));
    second.recall(told);
    assertEquals(List.of(), looks(second, "xxxx"));
    assertEquals(1, looks(second, "...").size());
  }

  @Test
  void knowsWhatIsOpenOfEachKind() {
    Event.Found begun = found("a", 1);
    Event.Found other = found("b", 2);
    Event.Found over = Finding.over(begun, 3);
    assertEquals(List.of(other), List.copyOf(Doctor.open(List.of(begun, other, over))));
    Event.Found again = found("a", 4);
    assertEquals(
        List.of(other, again), List.copyOf(Doctor.open(List.of(begun, other, over, again))));
  }

  private static Event.Found found(String kind, long step) {
    return new Finding(Severity.INFO, kind, "", "", List.of(), Sight.NONE).event(kind, step, "");
  }
}
