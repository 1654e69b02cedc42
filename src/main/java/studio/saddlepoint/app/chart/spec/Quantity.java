package studio.saddlepoint.app.chart.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.metric.Metric.Direction;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.recipe.method.PlayerNames;
import studio.saddlepoint.run.curve.RunCurves;

/**
 * One quantity that a training tells, with a chart of its own.
 *
 * @param key of its series
 * @param title of its chart, such as {@code Losses: Generator}
 * @param tip explains it; empty where nothing does
 * @param subject what the glossary may explain, such as {@code chart:loss}; empty for nothing
 * @param scale of its value axis
 * @param smooth whether the past smooths its lines
 * @param better which way is better; empty where that depends
 */
public record Quantity(
    String key,
    String title,
    String tip,
    String subject,
    ChartSpec.Scale scale,
    boolean smooth,
    Optional<Direction> better) {
  /** What scores have before their name. */
  public static final String SCORE = "score.";

  /** Of one of another program. */
  public static Quantity foreign(String key, String title) {
    return new Quantity(key, title, "", "", ChartSpec.Scale.FREE, true, Optional.empty());
  }

  /**
   * The quantities of trainings, those of the charts of one training first, in their order.
   *
   * @param players those of the trainings
   * @param keys of all quantities that were told of
   */
  public static List<Quantity> of(List<PlayerNames> players, List<String> keys) {
    Map<String, Quantity> found = new LinkedHashMap<>();
    for (ChartSpec spec : TrainCharts.ALL) {
      for (PlayerNames each : players) {
        if (spec.look().usual()) {
          add(spec, each, keys, found);
        }
      }
    }
    for (String key : keys) {
      if (key.startsWith(SCORE)) {
        Measure.of(key.substring(SCORE.length()))
            .ifPresent(measure -> found.putIfAbsent(key, score(key, measure)));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static void add(
      ChartSpec spec, PlayerNames players, List<String> keys, Map<String, Quantity> found) {
    List<SeriesSpec.Line> lines = spec.lines(players, keys);
    for (SeriesSpec.Line line : lines) {
      if (keys.contains(line.key()) && !line.key().equals(RunCurves.TRAINED)) {
        String title = spec.title(players);
        boolean alone = lines.size() == 1 && !spec.id().equals("rates");
        found.putIfAbsent(
            line.key(),
            new Quantity(
                line.key(),
                alone ? title : Messages.text("compare.quantity", title, line.name()),
                spec.tip(Optional.empty()),
                "chart:" + spec.id(),
                spec.scale(),
                spec.look().smooth(),
                better(line.key())));
      }
    }
  }

  private static Optional<Direction> better(String key) {
    return key.startsWith(SCORE)
        ? Measure.of(key.substring(SCORE.length())).map(Measure::better)
        : Optional.empty();
  }

  private static Quantity score(String key, Measure measure) {
    return new Quantity(
        key,
        measure.label(),
        measure.metric().map(each -> each.meaning()).orElse(""),
        "measure:" + measure.key(),
        new ChartSpec.Scale(true, false, 0, Double.NaN),
        false,
        Optional.of(measure.better()));
  }
}
