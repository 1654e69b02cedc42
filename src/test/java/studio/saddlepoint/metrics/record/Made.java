package studio.saddlepoint.metrics.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.metrics.MetricProtocol;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.run.event.ScoreCard;
import studio.saddlepoint.run.event.ScoreSettings;

/** How numbers of tests were made. */
public final class Made {
  private Made() {}

  /** As the program measures: without truncation, against all of the training data. */
  public static ScoreSettings settings(String extractor, long samples, String... metrics) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("metrics", List.of(metrics));
    settings.put("extractor", extractor);
    settings.put("features", 96L);
    settings.put("fake_kind", "samples");
    settings.put("fake_count", samples);
    settings.put("real_kind", "split");
    settings.put("real_name", "train");
    settings.put("real_count", 4096L);
    settings.put("real_whole", true);
    settings.put("truncation", "none");
    return new ScoreSettings(settings);
  }

  /** As the program measures, see {@link #settings}. */
  public static MetricProtocol measured(String extractor, long samples, String... metrics) {
    return new MetricProtocol(settings(extractor, samples, metrics));
  }

  /** A score of the averaged weights of step 500. */
  public static ScoreCard score(Protocol how, Map<String, Double> values) {
    return score(500, "averaged", how, values);
  }

  /** A score of noon on the first of November 2026. */
  public static ScoreCard score(
      long step, String weights, Protocol how, Map<String, Double> values) {
    return new ScoreCard(
        Instant.parse("2026-11-01T12:00:00Z"),
        step,
        weights,
        how.sentence(),
        how.settings(),
        values);
  }

  /** As earlier versions kept it: a sentence alone. */
  public static Protocol told(String sentence) {
    return new Protocol.Told(sentence);
  }
}
