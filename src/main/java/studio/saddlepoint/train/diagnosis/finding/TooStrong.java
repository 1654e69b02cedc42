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
import studio.saddlepoint.train.loss.OutputTargets;

/**
 * A discriminator that tells all fakes from real pictures while they do not come nearer: its loss
 * teaches nothing (Arjovsky and Bottou 2017, section 2).
 */
final class TooStrong implements Diagnosis {
  /** Outputs this near to their targets, of the way between them. */
  private static final double SURE = 0.95;

  @Override
  public String kind() {
    return "discriminator-too-strong";
  }

  @Override
  public String label() {
    return "Discriminator too strong";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.strong", "diagnosis.far");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    boolean found = evidence.begun() && sure(evidence) && evidence.far() && evidence.stuck();
    return found ? Optional.of(finding(evidence)) : Optional.empty();
  }

  private static String outputs(Evidence evidence) {
    OptionalDouble real = evidence.median("d.real");
    OptionalDouble fake = evidence.median("d.fake");
    return real.isPresent() && fake.isPresent()
        ? English.of(
            "D(x) %.3f for real pictures, D(G(z)) %.3f for fakes",
            real.getAsDouble(), fake.getAsDouble())
        : English.of(
            "%.2f %% of pairs of a real picture and a fake are ranked rightly",
            100 * evidence.mean(Probe.RANKED).orElse(Double.NaN));
  }

  /**
   * Whether it is sure of both kinds: by the outputs while it learns, where these have targets;
   * otherwise by its ranking. Batch norm lets a discriminator rank worse when it is only used.
   */
  private static boolean sure(Evidence evidence) {
    OptionalDouble real = evidence.median("d.real");
    OptionalDouble fake = evidence.median("d.fake");
    if (real.isEmpty() || fake.isEmpty()) {
      return evidence.above(Probe.RANKED, evidence.settings().strong());
    }
    OutputTargets targets = OutputTargets.of(evidence.recipe().method());
    double whole = targets.real().orElse(1) - targets.fake().orElse(0);
    return real.getAsDouble() - fake.getAsDouble() > SURE * whole;
  }

  private static Finding finding(Evidence evidence) {
    return new Finding(
        Severity.WARNING,
        "The discriminator is too strong: it knows every fake, and the generator gets no nearer.",
        English.of(
            "Outputs: %s; the energy distance to the data stays at %.2f.",
            outputs(evidence), evidence.mean(Probe.DISTANCE).orElseThrow()),
        "It learns faster than the generator, so its outputs hardly depend on what the generator could change.",
        Cures.of(evidence.recipe())
            .times(
                0.25,
                "Lower the discriminator's learning rate to a quarter.",
                Cures.DISCRIMINATOR_RATE)
            .set("Add an R1 penalty, which keeps it smooth.", "method.r1.weight", "1")
            .set("Let it move once for each move of the generator.", "method.criticSteps", "1")
            .set("Add noise to the pictures that it sees.", "method.instanceNoise", "0.1")
            .set("Smooth its targets for real pictures.", "method.realTarget", "0.9")
            .set(
                "Normalise its weights by their spectral norm.",
                "discriminator.spectralNorm",
                "true",
                "discriminator.normalization",
                "none")
            .list(),
        Sight.PICTURES);
  }
}
