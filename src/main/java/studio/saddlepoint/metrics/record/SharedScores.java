package studio.saddlepoint.metrics.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.MetricProtocol;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.run.event.ScoreCard;

/**
 * Scores of several runs that may be compared: made the same way, with pictures of the same data.
 *
 * @param protocol how they were made
 * @param data what the runs learnt
 * @param rows in the order of the runs, those of a run by step
 */
public record SharedScores(String protocol, String data, List<Row> rows) {
  /**
   * The scores of a run.
   *
   * @param data what it learnt: scores of other data are never put beside them
   * @param cards its scores
   */
  public record OfRun(String data, List<ScoreCard> cards) {}

  /**
   * A score.
   *
   * @param run place of its run among all
   * @param card its values
   */
  public record Row(int run, ScoreCard card) {
    /** Its value in a column; NaN where it has none. */
    public double value(Column column) {
      Double value = card.values().get(column.measure().key());
      return value == null || !column.detail().equals(detail(column.measure(), card))
          ? Double.NaN
          : value;
    }
  }

  /**
   * Numbers of one kind.
   *
   * @param measure which
   * @param detail what its metric was set to, such as {@code k=3}: numbers of other settings are in
   *     another column
   */
  public record Column(Measure measure, String detail) {
    /** Its heading. */
    public String title() {
      return detail.isEmpty() ? measure.label() : measure.label() + " (" + detail + ")";
    }
  }

  /** Copies the rows. */
  public SharedScores {
    rows = List.copyOf(rows);
  }

  private record Key(String protocol, String data) {}

  /** Sorts the scores of runs: what most runs have first, of equal ones the newest. */
  public static List<SharedScores> of(List<OfRun> runs) {
    Map<Key, List<Row>> groups = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      int run = i;
      runs.get(i).cards().stream()
          .filter(card -> card.values().keySet().stream().anyMatch(Measure.keys()::contains))
          .sorted(Comparator.comparingLong(ScoreCard::step))
          .forEach(
              card ->
                  groups
                      .computeIfAbsent(
                          new Key(Protocol.of(card).conditions(), runs.get(run).data()),
                          key -> new ArrayList<>())
                      .add(new Row(run, card)));
    }
    return groups.entrySet().stream()
        .map(each -> new SharedScores(each.getKey().protocol, each.getKey().data, each.getValue()))
        .sorted(
            Comparator.comparingLong(SharedScores::runs)
                .thenComparing(SharedScores::newest)
                .reversed())
        .toList();
  }

  private static String detail(Measure measure, ScoreCard card) {
    return Protocol.of(card) instanceof MetricProtocol how
        ? measure.metric().map(how::detail).orElse("")
        : "";
  }

  /** How many runs have any. */
  public long runs() {
    return rows.stream().mapToInt(Row::run).distinct().count();
  }

  private Instant newest() {
    return rows.stream().map(row -> row.card().time()).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The columns that any of its rows has, in the order in which measures are shown. */
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Measure measure : Measure.ALL) {
      Set<String> details = new LinkedHashSet<>();
      for (Row row : rows) {
        if (row.card().values().containsKey(measure.key())) {
          details.add(detail(measure, row.card()));
        }
      }
      details.forEach(detail -> columns.add(new Column(measure, detail)));
    }
    return columns;
  }

  /** The best value of some rows in a column; empty where there is none or only one. */
  public static Optional<Double> best(List<Row> rows, Column column) {
    List<Double> values =
        rows.stream().map(row -> row.value(column)).filter(Double::isFinite).toList();
    Comparator<Double> better = Comparator.naturalOrder();
    return values.size() < 2
        ? Optional.empty()
        : values.stream()
            .min(column.measure().better() == Direction.LOWER ? better : better.reversed());
  }

  /**
   * Of each run its best row in a column; where it has no value there, its newest row.
   *
   * @param column that decides
   */
  public List<Row> bestOfEach(Column column) {
    Map<Integer, Row> best = new LinkedHashMap<>();
    for (Row row : rows) {
      best.merge(row.run(), row, (old, now) -> better(old, now, column) ? now : old);
    }
    return List.copyOf(best.values());
  }

  private static boolean better(Row old, Row now, Column column) {
    double before = old.value(column);
    double after = now.value(column);
    if (Double.isNaN(before)) {
      return true;
    }
    return column.measure().better() == Direction.LOWER ? after < before : after > before;
  }
}
