package studio.saddlepoint.train.diagnosis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.core.English;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;

/**
 * Classes of the data that the generator hardly makes any more, and does not learn to make
 * (Goodfellow 2016, section 5.1.1).
 */
final class ClassCollapse implements Diagnosis {
  /** Less likely than this by chance. */
  private static final double CHANCE = 1e-3;

  /** Classes whose shares are told. */
  private static final int NAMED = 3;

  @Override
  public String kind() {
    return "mode-collapse";
  }

  @Override
  public String label() {
    return "Mode collapse between classes";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.lostClass");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    List<Probe> looks = evidence.newestLooks();
    if (!evidence.begun() || !evidence.stuck() || evidence.unfolding()) {
      return Optional.empty();
    }
    double pictures = 0;
    for (Probe each : looks) {
      pictures += each.value(Probe.PICTURES).orElse(0);
    }
    Map<String, Double> data = looks.get(looks.size() - 1).data();
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, Double> entry : data.entrySet()) {
      String name = entry.getKey();
      OptionalDouble share = Evidence.mean(looks, Probe.ofFakes(name));
      if (share.isPresent()
          && lost(
              share.getAsDouble(), entry.getValue(), pictures, evidence.settings().lostClass())) {
        lost.add(
            English.of(
                "%s: %s of the fakes, %s of the data",
                name, percent(share.getAsDouble()), percent(entry.getValue())));
      }
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(finding(lost, data.size(), evidence));
  }

  /**
   * Whether a class is lost: its share of the fakes is below the threshold's part of its share of
   * the data, and of so many pictures that is no chance.
   *
   * @param pictures fakes that were looked at
   */
  static boolean lost(double fakes, double data, double pictures, double threshold) {
    // as likely as by a generator that makes half of what it should: Poisson, P(X <= x)
    double expected = data * pictures / 2;
    return fakes <= threshold * data && poisson(Math.round(fakes * pictures), expected) < CHANCE;
  }

  /** The first of them, as many as are read at a glance; the picture shows all. */
  private static String named(List<String> lost) {
    String some = String.join("; ", lost.subList(0, Math.min(NAMED, lost.size())));
    int more = lost.size() - NAMED;
    return some + (more > 0 ? English.of("; and %d more.", more) : ".");
  }

  private static double poisson(long most, double mean) {
    double term = Math.exp(-mean);
    double sum = term;
    for (int i = 1; i <= most; i++) {
      term *= mean / i;
      sum += term;
    }
    return sum;
  }

  private static String percent(double share) {
    return English.of("%.1f %%", 100 * share);
  }

  private static Finding finding(List<String> lost, int classes, Evidence evidence) {
    return new Finding(
        Severity.WARNING,
        English.of("Mode collapse: %d of %d classes are hardly made.", lost.size(), classes),
        named(lost),
        "The generator has found pictures that the discriminator takes for real, and nothing in its loss asks it to make all kinds.",
        DiversityCollapse.cures(evidence.recipe()),
        Sight.CLASSES);
  }
}
