package studio.saddlepoint.metrics.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.metrics.distribution.ClassBalance;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.metrics.pace.Work;
import studio.saddlepoint.run.event.ScoreSettings;

/** Class histogram; values {@code mode_coverage}, {@code class_kl}, {@code fairness}. */
public final class ClassesMetric extends NamedMetric {
  /** The only one. */
  public static final Metric CLASSES = new ClassesMetric();

  private static final int ENOUGH_A_CLASS = 30;

  private ClassesMetric() {
    super(
        "classes",
        "Classes",
        "classes",
        80,
        "Whether the generator makes every class, as often as the data has it, in the eyes of a classifier, which sees some class in any image.");
  }

  @Override
  public String phrase(ScoreSettings settings) {
    return "classes";
  }

  @Override
  public List<MetricValue> values() {
    return List.of(
        MetricValue.higher("mode_coverage", "Classes hit", Scale.SHARE),
        MetricValue.lower("class_kl", "Class KL", Scale.SMALL),
        MetricValue.higher("fairness", "Class balance", Scale.SHARE));
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.CLASSES, Need.REAL_CLASSES);
  }

  @Override
  public boolean usual() {
    return true;
  }

  @Override
  public List<Caveat> caveats(Evidence evidence) {
    List<Caveat> caveats = new ArrayList<>(evidence.doubts().unlike());
    caveats.addAll(
        Caveat.fewer(
            evidence.fake(),
            ENOUGH_A_CLASS * evidence.classes(),
            "class shares are mostly chance, with fewer than 30 samples a class"));
    return caveats;
  }

  @Override
  public Work work() {
    return Work.SAMPLES;
  }

  @Override
  public void measure(MetricInput input, Findings findings) {
    Optional<double[]> real = input.realClasses();
    if (real.isEmpty()) {
      return;
    }
    ClassBalance balance =
        new ClassBalance(input.extractor().classNames(), real.get(), input.generatedClasses());
    OptionalDouble sure = input.realConfidence();
    if (sure.isPresent()) {
      findings.confidence(input.generatedConfidence() / sure.getAsDouble());
    }
    int seen = input.realCount() > 0 ? input.realCount() : input.samples();
    findings.value("mode_coverage", balance.modeCoverage());
    findings.value("class_kl", balance.divergence(0.5 / seen));
    findings.value("fairness", balance.fairness());
    findings.classes(balance);
  }
}
