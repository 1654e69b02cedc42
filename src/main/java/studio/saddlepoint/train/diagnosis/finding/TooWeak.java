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
 * A discriminator that cannot tell fakes from real pictures although they differ: what it teaches
 * is noise (Goodfellow 2016, section 4.4).
 */
final class TooWeak implements Diagnosis {
  /** Outputs for real pictures that are higher by less say nothing, or the wrong thing. */
  private static final double UNDECIDED = 0.02;

  @Override
  public String kind() {
    return "discriminator-too-weak";
  }

  @Override
  public String label() {
    return "Discriminator too weak";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.weak", "diagnosis.far");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    boolean found = evidence.begun() && evidence.far() && evidence.stuck() && cannotTell(evidence);
    return found ? Optional.of(finding(evidence)) : Optional.empty();
  }

  private static boolean cannotTell(Evidence evidence) {
    OptionalDouble real = evidence.median("d.real");
    OptionalDouble fake = evidence.median("d.fake");
    return real.isPresent() && fake.isPresent()
        ? real.getAsDouble() - fake.getAsDouble() < UNDECIDED
        : evidence.below(Probe.RANKED, evidence.settings().weak());
  }

  private static String outputs(Evidence evidence) {
    OptionalDouble real = evidence.median("d.real");
    OptionalDouble fake = evidence.median("d.fake");
    if (real.isPresent() && fake.isPresent()) {
      return English.of(
          "It says %.2f of real pictures and %.2f of fakes. ",
          real.getAsDouble(), fake.getAsDouble());
    }
    OptionalDouble ranked = evidence.mean(Probe.RANKED);
    return ranked.isEmpty()
        ? ""
        : English.of(
            "It ranks %.0f %% of pairs of a real picture and a fake rightly (50 %% is chance). ",
            100 * ranked.getAsDouble());
  }

  private static Finding finding(Evidence evidence) {
    return new Finding(
        Severity.WARNING,
        "The discriminator is too weak: it takes fakes for real that are far from the data.",
        English.of(
            "%sThe energy distance to the data stays at %.2f.",
            outputs(evidence), evidence.mean(Probe.DISTANCE).orElseThrow()),
        "It learns too slowly, or sees too little, to keep up with the generator; what it says is no direction to follow.",
        Cures.of(evidence.recipe())
            .times(4, "Raise the discriminator's learning rate fourfold.", Cures.DISCRIMINATOR_RATE)
            .set(
                "Let the generator rest every second step.",
                "method.generatorEvery",
                Integer.toString(1 + evidence.recipe().method().generatorEvery()))
            .set(
                "Let the discriminator move twice a step.",
                "method.criticSteps",
                Integer.toString(1 + evidence.recipe().method().criticSteps()))
            .times(2, "Double the discriminator's width.", "discriminator.width")
            .list(),
        Sight.PICTURES);
  }
}
