package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.run.event.Remedy;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Probe;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;

/**
 * Fakes that are far more alike than the data are: all together, or within each class (Goodfellow
 * 2016, section 5.1.1).
 */
final class DiversityCollapse implements Diagnosis {
  @Override
  public String kind() {
    return "low-diversity";
  }

  @Override
  public String label() {
    return "Mode collapse within classes";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.diversity");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    if (!evidence.begun() || !evidence.stuck() || evidence.unfolding()) {
      return Optional.empty();
    }
    double least = evidence.settings().diversity();
    if (evidence.below(Probe.DIVERSITY, least)) {
      return Optional.of(
          finding(
              "Mode collapse: the fakes are nearly the same picture.",
              "two fakes",
              "two real pictures",
              evidence.mean(Probe.DIVERSITY).orElseThrow(),
              evidence));
    }
    return evidence.below(Probe.WITHIN, least)
        ? Optional.of(
            finding(
                "Mode collapse within classes: fakes of a class are nearly the same picture.",
                "two fakes of a class",
                "two real pictures of it",
                evidence.mean(Probe.WITHIN).orElseThrow(),
                evidence))
        : Optional.empty();
  }

  private static Finding finding(
      String what, String fakes, String real, double ratio, Evidence evidence) {
    return new Finding(
        Severity.WARNING,
        what,
        English.of(
            "Features of %s are on average %.2f times as far apart as those of %s; below %.2f is told.",
            fakes, ratio, real, evidence.settings().diversity()),
        "Many codes lead to the same picture: the generator has found one that the discriminator takes for real.",
        cures(evidence.recipe()),
        Sight.ALIKE);
  }

  /** What helps against mode collapse of any kind. */
  static List<Remedy> cures(Recipe recipe) {
    if (recipe.method().kind() == MethodKind.VAE) {
      return Cures.of(recipe)
          .times(0.5, "Halve the weight of the KL divergence.", "method.vae.klWeight")
          .list();
    }
    return Cures.of(recipe)
        .times(0.5, "Halve the generator's learning rate.", Cures.GENERATOR_RATE)
        .set("Add an R1 penalty, which smooths the discriminator.", "method.r1.weight", "1")
        .set(
            "Let the discriminator compare the pictures of a batch.",
            "discriminator.minibatchDeviation",
            "true")
        .set(
            "Take the Wasserstein loss with a gradient penalty.",
            "method.loss",
            "wasserstein",
            "method.gradientPenalty",
            "10",
            "method.criticSteps",
            "5",
            "discriminator.normalization",
            "none")
        .say("Go back to a checkpoint from before the collapse: it seldom goes away by itself.")
        .list();
  }
}
