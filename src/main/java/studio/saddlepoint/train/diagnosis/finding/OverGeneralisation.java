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
 * Many fakes outside the data's manifold while they cover it: low precision, high recall
 * (Kynkäänniemi et al. 2019, section 2).
 */
final class OverGeneralisation implements Diagnosis {
  @Override
  public String kind() {
    return "over-generalisation";
  }

  @Override
  public String label() {
    return "Over-generalisation";
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
            && recall.getAsDouble() - precision.getAsDouble() > evidence.settings().lopsided();
    return found
        ? Optional.of(
            new Finding(
                Severity.INFO,
                "The generator generalises too much: it covers the data, and makes much that is none.",
                English.of(
                    "Precision %.2f, recall %.2f, of %.0f pictures; a difference of %.2f is told.",
                    precision.getAsDouble(),
                    recall.getAsDouble(),
                    evidence.newest().orElseThrow().value(Probe.PICTURES).orElse(0),
                    evidence.settings().lopsided()),
                "It spreads over all kinds of pictures and what lies between them, and the discriminator does not hold it back.",
                Cures.of(evidence.recipe())
                    .times(2, "Double the discriminator's width.", "discriminator.width")
                    .times(2, "Double the discriminator's learning rate.", Cures.DISCRIMINATOR_RATE)
                    .set("Average the generator's weights.", "generator.emaDecay", "0.999")
                    .say("Truncate codes where only good pictures matter.")
                    .list(),
                Sight.PICTURES))
        : Optional.empty();
  }
}
