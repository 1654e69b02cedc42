package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/** Density and coverage (Naeem et al. 2020); values {@code density}, {@code coverage}. */
public final class DensityCoverageMetric extends NamedMetric {
  /** The only one. */
  public static final Metric DENSITY_COVERAGE = new DensityCoverageMetric();

  private static final String NEIGHBOURS = "density_coverage_k";

  private DensityCoverageMetric() {
    super(
        "density_coverage",
        "Density and coverage",
        "dc",
        50,
        "How many real images' neighbourhoods a generated one lies in, and what share of real images has one in its own; outliers matter less than for precision and recall.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "density and coverage";
  }

  @Override
  public List<MetricValue> values() {
    return List.of(
        MetricValue.higher("density", "Density", Scale.PLAIN),
        MetricValue.higher("coverage", "Coverage", Scale.SHARE));
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
    return Optional.of("density");
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(NEIGHBOURS, (long) DensityCoverage.NEIGHBOURS);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return "k=" + settings.count(NEIGHBOURS);
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    List<Caveat> caveats = new ArrayList<>(evidence.doubts().copiesOfReal());
    caveats.addAll(Neighbourhoods.coarse(evidence));
    return caveats;
  }

  @Override
  public Optional<PairMetrics.Part> pairPart() {
    return Optional.of(PairMetrics.Part.DENSITY_COVERAGE);
  }

  @Override
  public Work work() {
    return Work.NEIGHBOURS;
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    DensityCoverage.Counting counting = input.pairs().counting();
    findings.value("density", counting.result().density());
    findings.value("coverage", counting.result().coverage());
    if (input.intervals()) {
      long seed = input.seed();
      findings.interval("density", Bootstrap.ofMean(counting.densities(), seed));
      findings.interval("coverage", Bootstrap.ofShare(counting.covered(), seed));
    }
  }
}
