package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;

/**
 * A discriminator that judges held-out pictures like fakes: it knows its training pictures by heart
 * (Karras et al. 2020a, section 2 and equation 1).
 */
final class Overfitting implements Diagnosis {
  @Override
  public String kind() {
    return "discriminator-over-fitting";
  }

  @Override
  public String label() {
    return "Discriminator over-fits";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.overfitting");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    boolean found =
        evidence.begun() && evidence.above(Probe.OVERFITTING, evidence.settings().overfitting());
    return found
        ? Optional.of(
            new Finding(
                Severity.WARNING,
                "The discriminator over-fits: it takes real pictures that it has not seen for fakes.",
                English.of(
                    "Its mean output is %.2f for training pictures, %.2f for held-out ones and %.2f for fakes: %.0f %% of the way.",
                    evidence.mean(Probe.TRAIN).orElse(Double.NaN),
                    evidence.mean(Probe.HELD_OUT).orElse(Double.NaN),
                    evidence.mean(Probe.FAKE).orElse(Double.NaN),
                    100 * evidence.mean(Probe.OVERFITTING).orElseThrow()),
                "It has seen each picture so often that it knows them by heart; the generator then learns what these have by chance.",
                cures(evidence.recipe()),
                Sight.NONE))
        : Optional.empty();
  }

  /** What helps where there is too little data. */
  static List<Remedy> cures(Recipe recipe) {
    return Cures.of(recipe)
        .set(
            "Augment the pictures that the discriminator sees, as much as it needs (ADA).",
            "method.augment.pixelBlitting",
            "true",
            "method.augment.geometry",
            "true",
            "method.augment.adaptive",
            "true")
        .set(
            "Augment all pictures alike (DiffAugment).",
            "method.augment.translation",
            "true",
            "method.augment.cutout",
            "true")
        .set("Show half of the pictures mirrored.", "data.mirror", "true")
        .set("Add an R1 penalty.", "method.r1.weight", "1")
        .times(0.5, "Halve the discriminator's width.", "discriminator.width")
        .say("Take more pictures to learn from, or stop at the best checkpoint.")
        .list();
  }
}
