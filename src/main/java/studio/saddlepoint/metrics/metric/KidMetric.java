package studio.saddlepoint.metrics.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Kernel distance (Bińkowski et al. 2018); values {@code kid} and {@code kid_deviation} over
 * subsets.
 */
public final class KidMetric extends NamedMetric {
  /** The only one. */
  public static final Metric KID = new KidMetric();

  private static final String SUBSETS = "kid_subsets";
  private static final String SUBSET_SIZE = "kid_subset_size";
  private static final int ENOUGH = 2 * KernelDistance.SUBSET_SIZE;

  private static final double KERNEL = 2e-8;

  private KidMetric() {
    super(
        "kid",
        "KID",
        "kid",
        30,
        "How far generated features are from real ones by a cubic kernel; unbiased, so small negatives occur.");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower("kid", "KID", Scale.SMALL).deviating());
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
  public Map<String, Object> settings(ComparedImages images) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(SUBSETS, (long) KernelDistance.SUBSETS);
    int size = KernelDistance.subsetSize(images.least(), images.least());
    settings.put(SUBSET_SIZE, (long) size);
    return settings;
  }

  @Override
  public String detail(ScoreSettings settings) {
    return String.format(
        Locale.ENGLISH, "%dx%,d", settings.count(SUBSETS), settings.count(SUBSET_SIZE));
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    return Caveat.fewer(
        evidence.least(), ENOUGH, "KID's subsets are small and its deviation large");
  }

  @Override
  public Work work() {
    return Work.COMPARING;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    double size = KernelDistance.subsetSize(effort.reals(), effort.samples());
    double pairs = 2 * KernelDistance.SUBSETS * size * size;
    return List.of(Effort.comparing(this, pairs * (KERNEL + effort.product())));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    KernelDistance kid =
        KernelDistance.of(input.real(), input.generated(), input.seed(), input.begin(this));
    findings.value("kid", kid.mean());
    findings.value("kid_deviation", kid.deviation());
  }
}
