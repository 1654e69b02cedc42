package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/** Realism score (Kynkäänniemi et al. 2019, equation 3); value {@code realism}. */
public final class RealismMetric extends NamedMetric {
  /** The only one. */
  public static final Metric REALISM = new RealismMetric();

  private static final String NEIGHBOURS = "realism_k";

  private RealismMetric() {
    super(
        "realism",
        "Realism",
        "realism",
        70,
        "How deep inside the real images' manifold a typical generated image lies: 1 is its edge.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "realism";
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.higher("realism", "Realism", Scale.PLAIN));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.ALL_FEATURES);
  }

  @Override
  public boolean speaksOfLooks() {
    return true;
  }

  @Override
  public Optional<String> blindToSameness() {
    return Optional.of("realism");
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(NEIGHBOURS, (long) PrecisionRecall.NEIGHBOURS);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return "k=" + settings.count(NEIGHBOURS);
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    return evidence.doubts().copiesOfReal();
  }

  @Override
  public Optional<PairMetrics.Part> pairPart() {
    return Optional.of(PairMetrics.Part.REALISM);
  }

  @Override
  public Work work() {
    return Work.NEIGHBOURS;
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    double[] realism = input.pairs().realism();
    findings.median("realism", realism, input);
    findings.realism(realism);
  }
}
