package studio.saddlepoint.metrics.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * Scores that may be compared: all made the same way.
 *
 * @param protocol how they were made: extractor, counts, truncation
 * @param rows by step
 */
public record ScoreGroup(String protocol, List<ScoreCard> rows) {
  /** The measures in the order of columns. */
  public static final List<String> MEASURES = Measure.keys();

  /** Sorts scores into groups; the group with the newest score first. */
  public static List<ScoreGroup> of(List<ScoreCard> cards) {
    List<ScoreCard> newest =
        cards.stream().sorted(Comparator.comparing(ScoreCard::time).reversed()).toList();
    Map<String, List<ScoreCard>> groups = new LinkedHashMap<>();
    for (ScoreCard card : newest) {
      groups.computeIfAbsent(Protocol.of(card).conditions(), key -> new ArrayList<>()).add(card);
    }
    return groups.entrySet().stream()
        .map(
            each ->
                new ScoreGroup(
                    each.getKey(),
                    each.getValue().stream()
                        .sorted(Comparator.comparingLong(ScoreCard::step))
                        .toList()))
        .toList();
  }

  /** Whether a person judged, and no network. */
  public boolean human() {
    return rows.stream().allMatch(card -> card.values().containsKey("human_error"));
  }

  /** How many steps there are scores of. */
  public long steps() {
    return rows.stream().mapToLong(ScoreCard::step).distinct().count();
  }

  /** The measures that at least one row has. */
  public List<String> measures() {
    return MEASURES.stream()
        .filter(each -> rows.stream().anyMatch(card -> card.values().containsKey(each)))
        .toList();
  }
}
