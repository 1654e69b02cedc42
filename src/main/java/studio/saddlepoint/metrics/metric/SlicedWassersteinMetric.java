package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/** Sliced Wasserstein distance of features; value {@code sliced_wasserstein}. */
public final class SlicedWassersteinMetric extends NamedMetric {
  /** The only one. */
  public static final Metric SLICED_WASSERSTEIN = new SlicedWassersteinMetric();

  private static final String DIRECTIONS = "sliced_wasserstein_directions";

  private static final double PROJECTED = 5e-7;

  private SlicedWassersteinMetric() {
    super(
        "sliced_wasserstein",
        "Sliced Wasserstein",
        "swd",
        90,
        "How far features have to be moved to turn generated images into real ones, as root mean square along random directions.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "sliced Wasserstein";
  }

  @Override
  public List<MetricValue> values() {
    return List.of(MetricValue.lower("sliced_wasserstein", "Sliced Wasserstein", Scale.SMALL));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.ALL_FEATURES);
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(DIRECTIONS, (long) SlicedWasserstein.DIRECTIONS);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return English.of("of %d directions", settings.count(DIRECTIONS));
  }

  @Override
  public Work work() {
    return Work.COMPARING;
  }

  @Override
  public List<PlannedWork> parts(Effort effort) {
    double equal = Math.min(effort.samples(), effort.reals());
    double each = PROJECTED + 2 * effort.product();
    return List.of(Effort.comparing(this, SlicedWasserstein.DIRECTIONS * equal * each));
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    Features real = input.real();
    Features fake = input.generated();
    int equal = Math.min(real.count(), fake.count());
    double[][] directions =
        SlicedWasserstein.directions(SlicedWasserstein.DIRECTIONS, real.dimension(), input.seed());
    findings.value(
        "sliced_wasserstein",
        SlicedWasserstein.distance(
            real.first(equal),
            fake.first(equal),
            directions,
            SlicedWasserstein.EXPONENT,
            input.begin(this)));
  }
}
