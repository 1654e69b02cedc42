package studio.saddlepoint.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.distribution.FrechetDistance;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.run.event.ScoreSettings;

/** FID of generated images of which only the statistics are known. */
final class StatisticsComparison {
  private StatisticsComparison() {}

  /**
   * Statistics against statistics: no images are looked at, so no extractor is needed.
   *
   * @param asked metrics; empty for all that can be measured
   * @throws StudioException if the files do not compare, or FID is not asked for
   */
  static EvaluationResult of(
      StatisticsReference real,
      StatisticsReference generated,
      Set<Metric> asked,
      Progress progress) {
    StatisticsFile one = real.file();
    StatisticsFile other = generated.file();
    String made = one.extractor().isEmpty() ? other.extractor() : one.extractor();
    if (!one.extractor().isEmpty()
        && !other.extractor().isEmpty()
        && !one.extractor().equals(other.extractor())) {
      throw new StudioException(
          English.of(
              "The statistics in %s were made with %s, those in %s with %s. Choose statistics of one extractor.",
              real.name(), one.extractor(), generated.name(), other.extractor()));
    }
    if (differ(one.id(), other.id()) || differ(one.images(), other.images())) {
      throw new StudioException(
          English.of(
              "The statistics in %s and %s were made with different networks or of images of different sizes. Choose statistics that were made alike.",
              real.name(), generated.name()));
    }
    int d = one.statistics().dimension();
    if (d != other.statistics().dimension()) {
      throw new StudioException(
          String.format(
              Locale.ENGLISH,
              "The statistics in %s are of %,d features, those in %s of %,d. Choose statistics of one extractor.",
              real.name(),
              d,
              generated.name(),
              other.statistics().dimension()));
    }
    String features = made.isEmpty() ? String.format(Locale.ENGLISH, "%,d features", d) : made;
    return result(real.side(), one.statistics(), generated, features, asked, progress);
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  /**
   * Generated statistics against real images or statistics that are known to be made alike.
   *
   * @param realSide what the real statistics are of
   * @param features how both were made, for a person
   */
  static EvaluationResult result(
      Side realSide,
      FeatureStatistics real,
      StatisticsReference generated,
      String features,
      Set<Metric> asked,
      Progress progress) {
    if (!asked.isEmpty() && !asked.contains(FidMetric.FID)) {
      throw new StudioException(
          English.of(
              "%s holds statistics alone, from which only FID can be measured. Choose fid, or the folder of images.",
              generated.name()));
    }
    long start = System.nanoTime();
    progress.report("Computing the Fréchet distance", Double.NaN);
    double fid = FrechetDistance.between(real, generated.statistics(progress));
    List<Warning> warnings = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>();
    Set<Metric> others = new LinkedHashSet<>(Metrics.ordered(asked));
    others.remove(FidMetric.FID);
    if (!others.isEmpty()) {
      String reason = "the generated side is statistics alone, without its images.";
      warnings.add(
          new Warning(
              others.stream().map(Metric::label).collect(Collectors.joining(", "))
                  + " left out: "
                  + reason));
      for (Metric each : others) {
        each.valueNames().forEach(name -> missing.put(name, "Left out: " + reason));
      }
    }
    return new EvaluationResult(
        Map.of("fid", fid),
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new MetricProtocol(
            new ScoreSettings(
                MetricProtocol.settings(
                    Set.of(FidMetric.FID),
                    new MetricProtocol.SeenBy(features, real.dimension(), 0, "", List.of()),
                    generated.side(),
                    realSide))),
        Duration.ofNanos(System.nanoTime() - start),
        warnings,
        missing);
  }
}
