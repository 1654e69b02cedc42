package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
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
 * Fakes that come nearer to the data and go away again, time after time: the players turn about
 * their balance (Mescheder et al. 2017, section 3; Metz et al. 2017).
 */
final class Oscillation implements Diagnosis {
  /** Looks that are looked back on. */
  private static final int SPAN = 12;

  /** So many turns are no chance. */
  private static final int TURNS = 3;

  @Override
  public String kind() {
    return "oscillation";
  }

  @Override
  public String label() {
    return "Oscillation";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.swing");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    if (!evidence.begun()) {
      return Optional.empty();
    }
    List<Probe> last =
        evidence
            .probes()
            .subList(Math.max(0, evidence.probes().size() - SPAN), evidence.probes().size());
    int turns = turns(last, evidence.settings().swing());
    return turns < TURNS ? Optional.empty() : Optional.of(finding(evidence, last, turns));
  }

  /** How often the distance turns back by more than the swing. */
  static int turns(List<Probe> looks, double swing) {
    int turns = -1;
    int direction = 0;
    double extreme = Double.NaN;
    for (Probe each : looks) {
      OptionalDouble value = each.value(Probe.DISTANCE);
      if (value.isEmpty()) {
        return 0;
      }
      double now = value.getAsDouble();
      if (Double.isNaN(extreme) || direction != 0 && (now - extreme) * direction > 0) {
        extreme = now;
      } else if (Math.abs(now - extreme) >= swing) {
        direction = now > extreme ? 1 : -1;
        extreme = now;
        turns++;
      }
    }
    return turns;
  }

  private static Finding finding(Evidence evidence, List<Probe> looks, int turns) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (Probe each : looks) {
      double value = each.value(Probe.DISTANCE).orElse(0);
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    return new Finding(
        Severity.WARNING,
        "The training oscillates: the fakes come nearer to the data and go away again.",
        English.of(
            "Over the last %d looks the energy distance to the data went from %.2f to %.2f and turned %d times by more than %.2f.",
            looks.size(), lowest, highest, turns, evidence.settings().swing()),
        "Each player answers the other's last move, so that both turn about their balance instead of coming nearer.",
        Cures.of(evidence.recipe())
            .times(
                0.25, "Lower the learning rates to a quarter.", Diverged.rates(evidence.recipe()))
            .set("Add an R1 penalty, which damps the turning.", "method.r1.weight", "1")
            .set(
                "Average the generator's weights: the mean of a circle is its middle.",
                "generator.emaDecay",
                "0.999")
            .set(
                "Take less momentum.",
                "generator.optimizer.beta1",
                "0",
                "discriminator.optimizer.beta1",
                "0")
            .list(),
        Sight.PICTURES);
  }
}
