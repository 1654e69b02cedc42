package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Improved precision and recall (Kynkäänniemi et al. 2019); values {@code precision}, {@code
 * recall}, {@code f1}.
 */
public final class PrecisionRecallMetric extends NamedMetric {
  /** The only one. */
  public static final Metric PRECISION_RECALL = new PrecisionRecallMetric();

  private static final String NEIGHBOURS = "precision_recall_k";

  private PrecisionRecallMetric() {
    super(
        "precision_recall",
        "Precision and recall",
        "pr",
        40,
        "What share of generated images looks real, and what share of real images the generator can make.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "precision and recall";
  }

  @Override
  public List<MetricValue> values() {
    return List.of(
        MetricValue.higher("precision", "Precision", Scale.SHARE),
        MetricValue.higher("recall", "Recall", Scale.SHARE),
        MetricValue.higher("f1", "F1", Scale.SHARE));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.ALL_FEATURES);
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public boolean speaksOfLooks() {
    return true;
  }

  @Override
  public Optional<String> blindToSameness() {
    return Optional.of("precision");
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
    List<Caveat> caveats = new ArrayList<>(evidence.doubts().copiesOfReal());
    caveats.addAll(evidence.doubts().copiesOfGenerated());
    caveats.addAll(Neighbourhoods.coarse(evidence));
    return caveats;
  }

  @Override
  public Optional<PairMetrics.Part> pairPart() {
    return Optional.of(PairMetrics.Part.PRECISION_RECALL);
  }

  @Override
  public Work work() {
    return Work.NEIGHBOURS;
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    PrecisionRecall.Membership membership = input.pairs().membership();
    PrecisionRecall shares = membership.shares();
    findings.value("precision", shares.precision());
    findings.value("recall", shares.recall());
    findings.value("f1", shares.f1());
    if (input.intervals()) {
      boolean[] fakes = membership.fakeInside();
      boolean[] reals = membership.realInside();
      long seed = input.seed();
      findings.interval("precision", Bootstrap.ofShare(fakes, seed));
      findings.interval("recall", Bootstrap.ofShare(reals, seed));
      findings.interval("f1", Bootstrap.ofHarmonicMean(fakes, reals, seed));
    }
  }
}
