package studio.saddlepoint.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.English;

/**
 * Files that were left out of a data set for one reason.
 *
 * @param reason why, to follow the name of a file
 * @param count how many
 * @param names of the first ones, from the data set's folder
 */
public record LeftOut(String reason, int count, List<String> names) {
  /** At most so many are named. */
  private static final int NAMED = 5;

  /** Copies the names. */
  public LeftOut {
    names = List.copyOf(names);
  }

  /** Problems by their reason, the most frequent first. */
  public static List<LeftOut> of(List<DataProblem> problems) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (DataProblem each : problems) {
      byReason.computeIfAbsent(each.reason(), reason -> new ArrayList<>()).add(each.file());
    }
    return byReason.entrySet().stream()
        .map(
            each ->
                new LeftOut(
                    each.getKey(),
                    each.getValue().size(),
                    each.getValue().stream().limit(NAMED).toList()))
        .sorted(Comparator.comparingInt(LeftOut::count).reversed())
        .toList();
  }

  /**
   * For a person: {@code a.png: is empty} or {@code 7 files, each of which is empty: a.png, ...}.
   */
  public String text() {
    return count == 1
        ? names.get(0) + ": " + reason
        : English.of(
            "%,d files, each of which %s: %s%s",
            count, reason, String.join(", ", names), count > names.size() ? ", ..." : "");
  }
}
