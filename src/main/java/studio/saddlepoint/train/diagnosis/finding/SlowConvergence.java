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

/** Fakes that are far from the data and come hardly nearer since the first look. */
final class SlowConvergence implements Diagnosis {
  /** Looks before which nothing is said. */
  private static final int FEWEST = 8;

  @Override
  public String kind() {
    return "slow-convergence";
  }

  @Override
  public String label() {
    return "Slow convergence";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.slow", "diagnosis.far");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    if (!evidence.begun() || !evidence.far() || evidence.probes().size() < FEWEST) {
      return Optional.empty();
    }
    OptionalDouble first = evidence.probes().get(0).value(Probe.DISTANCE);
    OptionalDouble now = evidence.mean(Probe.DISTANCE);
    boolean found =
        first.isPresent()
            && now.isPresent()
            && now.getAsDouble() > (1 - evidence.settings().slow()) * first.getAsDouble();
    return found
        ? Optional.of(
            new Finding(
                Severity.INFO,
                "The training hardly gets nearer to the data.",
                English.of(
                    "The energy distance to the data was %.2f at step %,d and is %.2f at step %,d.",
                    first.getAsDouble(),
                    evidence.probes().get(0).step(),
                    now.getAsDouble(),
                    evidence.step()),
                "The learning rates are small for these networks, or one player does not learn.",
                Cures.of(evidence.recipe())
                    .times(
                        4, "Raise the learning rates fourfold.", Diverged.rates(evidence.recipe()))
                    .say("Wait: large networks take their time.")
                    .list(),
                Sight.PICTURES))
        : Optional.empty();
  }
}
