package studio.saddlepoint.train.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.saddlepoint.run.event.Event;

/**
 * Says what begins and what is over: a finding begins when several looks in a row show it, and is
 * over when as many in a row do not. For one thread.
 */
public final class Doctor {
  private final List<Diagnosis> diagnoses;
  private final Map<String, Integer> shown = new LinkedHashMap<>();
  private final Map<String, Integer> missed = new LinkedHashMap<>();
  private final Map<String, Event.Found> open = new LinkedHashMap<>();

  /** A doctor who has seen nothing yet. */
  public Doctor(List<Diagnosis> diagnoses) {
    this.diagnoses = List.copyOf(diagnoses);
  }

  /**
   * Takes in what was told of the training before, so that it is not told again.
   *
   * @param findings oldest first
   */
  public void recall(List<Event.Found> findings) {
    open.clear();
    shown.clear();
    missed.clear();
    for (Event.Found each : open(findings)) {
      if (diagnoses.stream().anyMatch(diagnosis -> diagnosis.kind().equals(each.kind()))) {
        open.put(each.kind(), each);
      }
    }
  }

  /** The findings that have begun and are not over, oldest first; of a kind the newest. */
  public static Collection<Event.Found> open(List<Event.Found> findings) {
    Map<String, Event.Found> open = new LinkedHashMap<>();
    for (Event.Found each : findings) {
      open.remove(each.kind());
      if (!each.over()) {
        open.put(each.kind(), each);
      }
    }
    return List.copyOf(open.values());
  }

  /** What has begun and is not over. */
  public List<Event.Found> open() {
    return List.copyOf(open.values());
  }

  /**
   * Looks at evidence.
   *
   * @param picture draws what shows a finding that begins, and gives its file in the run folder;
   *     empty where there is none
   * @return what is to be told
   */
  public List<Event.Found> look(Evidence evidence, Function<Named, String> picture) {
    List<Event.Found> told = new ArrayList<>();
    for (Diagnosis each : diagnoses) {
      String kind = each.kind();
      Optional<Finding> found = each.look(evidence);
      int needed = each.atOnce() ? 1 : evidence.settings().looks();
      shown.put(kind, found.isPresent() ? shown.getOrDefault(kind, 0) + 1 : 0);
      missed.put(kind, found.isPresent() ? 0 : missed.getOrDefault(kind, 0) + 1);
      if (found.isPresent() && !open.containsKey(kind) && shown.get(kind) >= needed) {
        Named named = new Named(kind, found.get());
        Event.Found begun = found.get().event(kind, evidence.step(), picture.apply(named));
        open.put(kind, begun);
        told.add(begun);
      } else if (open.containsKey(kind) && missed.get(kind) >= needed) {
        told.add(Finding.over(open.remove(kind), evidence.step()));
      }
    }
    return told;
  }

  /**
   * A finding and its kind.
   *
   * @param kind of its diagnosis
   */
  public record Named(String kind, Finding finding) {}
}
