package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.Cmmd;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Discrepancy of features of unit length by a Gaussian kernel (Jayasumana et al. 2024); value
 * {@code cmmd}. The authors' is of CLIP's features; here it is of any extractor's, which the
 * protocol names.
 */
public final class CmmdMetric extends NamedMetric {
  /** The only one. */
  public static final Metric CMMD = new CmmdMetric();

  private static final String SIGMA = "cmmd_sigma";
  private static final int ENOUGH = 1_000;

  /** Seconds of a pair beside its inner product: the exponential. */
  private static final double KERNEL = 1.5e-8;

  private CmmdMetric() {
    super(
        "cmmd",
        "CMMD",
        "cmmd",
        35,
        "How far generated features are from real ones by a wide Gaussian kernel, once all are of length 1; it takes features for no normal distribution.");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower("cmmd", "CMMD", Scale.SMALL));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.ALL_FEATURES);
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(SIGMA, Cmmd.SIGMA);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return String.format(Locale.ENGLISH, "σ=%.0f", settings.number(SIGMA).orElse(0));
  }

  @Override
  public Work work() {
    return Work.COMPARING;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    double all = (double) effort.samples() + effort.reals();
    return List.of(Effort.comparing(this, all * all * (KERNEL + effort.product())));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    findings.value("cmmd", Cmmd.between(input.real(), input.generated(), input.begin(this)));
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    return Caveat.fewer(
        evidence.least(),
        ENOUGH,
        "CMMD is biased upwards, the more so the fewer they are; compare only with the same number");
  }
}
