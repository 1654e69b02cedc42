package studio.saddlepoint.train.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;

/**
 * The table of what to train: for each kind of pictures, length of time, and labels or none, the
 * candidates in their order. It is {@code assets/plan/candidates.json}.
 */
final class PlanTable {
  static final String FILE = "candidates.json";

  /** A row's place. */
  private record Case(PictureKind kind, PlanTime time, boolean labels) {}

  private final Map<String, PlanCandidate> candidates = new LinkedHashMap<>();
  private final Map<Case, List<PlanCandidate>> choices = new LinkedHashMap<>();
  private final List<String> clusters;

  /**
   * Reads the table.
   *
   * @throws StudioException if a row is wrong, missing, or there twice
   */
  PlanTable(PlanFile file) {
    for (PlanFile.Row row : file.rows("candidates")) {
      String name = row.text("name");
      String recipe = row.optionalText("recipe").orElse(name);
      PlanCandidate made =
          new PlanCandidate(name, recipe, row.settings("settings"), row.text("why"));
      if (candidates.put(name, made) != null) {
        throw row.wrong("name", "is \"" + name + "\", which is there already");
      }
    }
    file.rows("choices").forEach(this::choice);
    for (PictureKind kind : PictureKind.values()) {
      for (PlanTime time : PlanTime.values()) {
        for (boolean labels : new boolean[] {true, false}) {
          if (!choices.containsKey(new Case(kind, time, labels))) {
            throw new StudioException(
                English.of(
                    "%s: choices has no row with kind %s, time %s and labels %s.",
                    FILE, kind.id(), time.id(), labels));
          }
        }
      }
    }
    clusters = file.texts("clusters");
  }

  private void choice(PlanFile.Row row) {
    Case of =
        new Case(
            row.named("kind", PictureKind::of, "glyphs, grey, drawings or photos"),
            row.named("time", PlanTime::of, "short, medium or long"),
            row.truth("labels", true));
    List<PlanCandidate> ranked = new ArrayList<>();
    for (String name : row.texts("best")) {
      PlanCandidate found = candidates.get(name);
      if (found == null) {
        throw row.wrong("best", "names \"" + name + "\", which is not among candidates");
      }
      ranked.add(found);
    }
    if (ranked.isEmpty()) {
      throw row.wrong("best", "must name a candidate");
    }
    if (choices.put(of, List.copyOf(ranked)) != null) {
      throw row.wrong("kind", "is there with that time and labels already");
    }
  }

  /** All candidates. */
  List<PlanCandidate> candidates() {
    return List.copyOf(candidates.values());
  }

  /** The candidates of a case, the best first. */
  List<PlanCandidate> ranked(PictureKind kind, PlanTime time, boolean labels) {
    return choices.getOrDefault(new Case(kind, time, labels), List.of());
  }

  /** Names of recipes that make classes of their own where there are none, the best first. */
  List<String> clusters() {
    return clusters;
  }
}
