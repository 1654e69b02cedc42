package studio.saddlepoint.metrics.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/**
 * Inception score (Salimans et al. 2016); values {@code inception_score} and {@code
 * inception_score_deviation} over splits.
 */
public final class InceptionScoreMetric extends NamedMetric {
  /** The only one. */
  public static final Metric INCEPTION_SCORE = new InceptionScoreMetric();

  private static final String SPLITS = "inception_score_splits";
  private static final int ENOUGH = 5_000;

  private InceptionScoreMetric() {
    super(
        "inception_score",
        "Inception score",
        "is",
        60,
        "How sure a classifier is of each image and how evenly its classes occur; real images are not looked at.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "inception score";
  }

  @Override
  public List<String> otherNames() {
    return List.of("isc");
  }

  @Override
  public List<MetricValue> values() {
    return List.of(
        MetricValue.higher("inception_score", "Inception score", Scale.PLAIN).deviating());
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.CLASSES, Need.CLASS_SPLITS);
  }

  @Override
  public Map<String, Object> settings(ComparedImages images) {
    return Map.of(SPLITS, (long) InceptionScore.SPLITS);
  }

  @Override
  public String detail(ScoreSettings settings) {
    return English.of("of %d splits", settings.count(SPLITS));
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    return Caveat.fewer(
        evidence.fake(),
        ENOUGH,
        "the inception score is biased downwards, the more so the more classes there are");
  }

  @Override
  public Work work() {
    return Work.SAMPLES;
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    InceptionScore score = input.inceptionScore();
    findings.value("inception_score", score.mean());
    findings.value("inception_score_deviation", score.deviation());
  }
}
