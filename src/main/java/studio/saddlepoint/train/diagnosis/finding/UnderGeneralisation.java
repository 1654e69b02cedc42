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
 * Fakes that are inside the data's manifold and cover little of it: high precision, low recall
 * (Kynkäänniemi et al. 2019, section 2).
 */
final class UnderGeneralisation implements Diagnosis {
  @Override
  public String kind() {
    return "low-recall";
  }

  @Override
  public String label() {
    return "Low recall";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.lopsided");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    OptionalDouble precision = evidence.mean(Probe.PRECISION);
    OptionalDouble recall = evidence.mean(Probe.RECALL);
    boolean found =
        evidence.begun()
            && evidence.stuck()
            && precision.isPresent()
            && recall.isPresent()
            && precision.getAsDouble() - recall.getAsDouble() > evidence.settings().lopsided();
    return found
        ? Optional.of(
            new Finding(
                Severity.INFO,
                "The generator makes good pictures of few kinds: much of the data it never makes.",
                English.of(
                    "Precision %.2f, recall %.2f, of %.0f pictures; a difference of %.2f is told.",
                    precision.getAsDouble(),
                    recall.getAsDouble(),
                    evidence.newest().orElseThrow().value(Probe.PICTURES).orElse(0),
                    evidence.settings().lopsided()),
                "It is paid for pictures that pass, not for making all kinds; smooth pictures in the middle of the data pass best.",
                Cures.of(evidence.recipe())
                    .set("Add an R1 penalty.", "method.r1.weight", "1")
                    .set(
                        "Let the discriminator compare the pictures of a batch.",
                        "discriminator.minibatchDeviation",
                        "true")
                    .times(2, "Double the generator's width.", "generator.width")
                    .list(),
                Sight.PICTURES))
        : Optional.empty();
  }
}
