package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;

/**
 * A generator that gives back pictures of its training set: fakes much nearer to a training picture
 * than to any held out (Meehan et al. 2020, section 3).
 */
final class Memorised implements Diagnosis {
  @Override
  public String kind() {
    return "memorisation";
  }

  @Override
  public String label() {
    return "Memorisation";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.copies");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    boolean found = evidence.begun() && evidence.above(Probe.COPIES, evidence.settings().copies());
    return found
        ? Optional.of(
            new Finding(
                Severity.WARNING,
                "The generator gives back training pictures.",
                English.of(
                    "%.0f %% of the fakes are much nearer to a training picture than new pictures are; above %.0f %% is told.",
                    100 * evidence.mean(Probe.COPIES).orElseThrow(),
                    100 * evidence.settings().copies()),
                "There are few pictures to learn from for networks of this size, so learning them by heart is the easiest.",
                Overfitting.cures(evidence.recipe()),
                Sight.NEAREST))
        : Optional.empty();
  }
}
