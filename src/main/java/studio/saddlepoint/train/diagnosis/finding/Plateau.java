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

/** Looks without a better one: the training stands still. */
final class Plateau implements Diagnosis {
  /** Above this part of the distance before it is no progress. */
  private static final double STILL = 0.98;

  @Override
  public String kind() {
    return "plateau";
  }

  @Override
  public String label() {
    return "Plateau";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.patience");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    int patience = evidence.settings().patience();
    List<Probe> looks = evidence.probes();
    if (!evidence.begun() || looks.size() <= 2 * patience) {
      return Optional.empty();
    }
    OptionalDouble now =
        Evidence.mean(looks.subList(looks.size() - patience, looks.size()), Probe.DISTANCE);
    OptionalDouble before =
        Evidence.mean(
            looks.subList(looks.size() - 2 * patience, looks.size() - patience), Probe.DISTANCE);
    boolean found =
        now.isPresent() && before.isPresent() && now.getAsDouble() > STILL * before.getAsDouble();
    return found
        ? Optional.of(
            new Finding(
                Severity.INFO,
                "The training stands still: the pictures get no better.",
                English.of(
                    "The energy distance to the data is %.3f on average over the last %d looks, after %.3f over as many before.",
                    now.getAsDouble(), patience, before.getAsDouble()),
                "The players have found a balance that these learning rates do not leave.",
                Cures.of(evidence.recipe())
                    .say("Stop: the best checkpoint is kept.")
                    .times(
                        0.3,
                        "Lower the learning rates to a third.",
                        Diverged.rates(evidence.recipe()))
                    .set("Average the generator's weights.", "generator.emaDecay", "0.999")
                    .list(),
                Sight.NONE))
        : Optional.empty();
  }
}
