package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.core.English;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;

/**
 * A code of a VAE that hardly tells pictures apart: the decoder does without it (Bowman et al.
 * 2016, section 3.1; active units: Burda et al. 2016, section 5.2).
 */
final class PosteriorCollapse implements Diagnosis {
  /**
   * The KL divergence bounds what a code tells of its picture (Hoffman and Johnson 2016): with less
   * than one nat it tells not even three pictures apart.
   */
  private static final double LEAST_NATS = 1;

  @Override
  public String kind() {
    return "posterior-collapse";
  }

  @Override
  public String label() {
    return "Posterior collapse";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.activeUnits");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    OptionalDouble active = evidence.median("vae.activeUnits");
    OptionalDouble divergence = evidence.median("vae.kl");
    int units = evidence.recipe().generator().latentSize();
    boolean found =
        evidence.begun()
            && active.isPresent()
            && divergence.isPresent()
            && (active.getAsDouble() < Math.max(1, evidence.settings().activeUnits() * units)
                || divergence.getAsDouble() < LEAST_NATS);
    return found
        ? Optional.of(
            new Finding(
                Severity.WARNING,
                "Posterior collapse: the code is hardly used.",
                English.of(
                    "%.0f of %d numbers of the code differ between pictures; the KL divergence is %.2f nats a picture.",
                    active.getAsDouble(), units, divergence.getAsDouble()),
                "Where the KL divergence weighs more than what the code helps to reconstruct, the encoder gives the same code for every picture.",
                Cures.of(evidence.recipe())
                    .set(
                        "Give the KL divergence its own weight, 1.",
                        "method.vae.klWeight",
                        evidence.recipe().method().vae().klWeight() > 1
                            ? "1"
                            : evidence.recipe().method().vae().klWeight() + "")
                    .times(
                        0.25,
                        "Lower the weight of the KL divergence to a quarter.",
                        "method.vae.klWeight")
                    .set(
                        "Let the weight of the KL divergence rise slowly from 0 (Bowman et al. 2016).",
                        "method.vae.klWeight",
                        "linear(0..1, 30%)")
                    .list(),
                Sight.PICTURES))
        : Optional.empty();
  }
}
