package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.metric.Caveat.Kind;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/** FID for endless samples (Chong and Forsyth 2020); value {@code fid_infinity}. */
public final class FidInfinityMetric extends NamedMetric {
  /** The only one. */
  public static final Metric FID_INFINITY = new FidInfinityMetric();

  private static final String SIZES = "fid_infinity_sizes";

  private FidInfinityMetric() {
    super(
        "fid_infinity",
        "FID∞",
        "fid-infinity",
        20,
        "The FID that endless samples would have, read off a line through FIDs of fewer samples.");
  }

  @Override
  public List<String> otherNames() {
    return List.of("fid-inf");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower("fid_infinity", "FID∞", Scale.DISTANCE));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.REAL_STATISTICS, Need.GROWING_STATISTICS);
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(SIZES, (long) FidInfinity.SIZES);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return English.of("of %d sizes", settings.count(SIZES));
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    List<Caveat> caveats = new ArrayList<>();
    OptionalDouble end = evidence.doubts().lineEnd();
    if (end.isPresent()) {
      caveats.add(
          new Caveat(
              Kind.IMPOSSIBLE,
              String.format(
                  Locale.ENGLISH,
                  "FID∞ is told as 0: the line through the FIDs ends at %.3g, below what an FID can be, so this 0 says nothing. Measure more samples.",
                  end.getAsDouble())));
    }
    int features = evidence.features();
    if (evidence.fake() > 0 && FidInfinity.sizes(evidence.fake())[0] <= 2 * features) {
      caveats.add(
          new Caveat(
              Kind.ROUGH,
              String.format(
                  Locale.ENGLISH,
                  "FID∞ is a rough guess: the line needs more than %,d samples to be one with %,d features.",
                  10 * features,
                  features)));
    }
    return caveats;
  }

  @Override
  public Work work() {
    return Work.SAMPLES;
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    double end = input.line().value();
    findings.lineEnd(ReliabilitySigns.lineEnd(end));
    findings.value("fid_infinity", Math.max(0, end));
  }
}
