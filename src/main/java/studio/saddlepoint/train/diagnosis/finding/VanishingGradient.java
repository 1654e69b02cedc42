package studio.saddlepoint.train.diagnosis.finding;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.method.Loss;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.train.diagnosis.Diagnosis;
import studio.saddlepoint.train.diagnosis.Evidence;
import studio.saddlepoint.train.diagnosis.Finding;
import studio.saddlepoint.train.diagnosis.Severity;
import studio.saddlepoint.train.diagnosis.Sight;

/**
 * A generator that learns nothing any more, because its loss passes on hardly any gradient
 * (Arjovsky and Bottou 2017, section 2; Goodfellow et al. 2014, section 3).
 */
final class VanishingGradient implements Diagnosis {
  @Override
  public String kind() {
    return "vanishing-gradient";
  }

  @Override
  public String label() {
    return "Vanishing generator gradient";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.vanishing");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    double least = evidence.settings().vanishing();
    OptionalDouble norm = evidence.median("gradient.generator");
    OptionalDouble highest = evidence.highest("gradient.generator");
    if (!evidence.begun() || norm.isEmpty() || near(evidence)) {
      return Optional.empty();
    }
    OptionalDouble passed = passedOn(evidence);
    if (passed.isPresent() && passed.getAsDouble() < least) {
      return Optional.of(
          finding(
              English.of(
                  "The loss passes on %.3g of the discriminator's gradient (median of the last steps, as D(G(z)) says); the generator's gradient has norm %.3g.",
                  passed.getAsDouble(), norm.getAsDouble()),
              evidence));
    }
    boolean fell = highest.isPresent() && norm.getAsDouble() < least * highest.getAsDouble();
    return fell
        ? Optional.of(
            finding(
                English.of(
                    "The generator's gradient has norm %.3g (median of the last steps), after %.3g before.",
                    norm.getAsDouble(), highest.getAsDouble()),
                evidence))
        : Optional.empty();
  }

  /** A generator whose pictures are near the data may well have little left to learn. */
  private static boolean near(Evidence evidence) {
    return !evidence.probes().isEmpty() && !evidence.far();
  }

  /**
   * How much of the discriminator's gradient reaches the generator, 0 to 1, by the derivative of
   * its loss at the mean output: D(G(z)) of log(1 - D(G(z))), 1 - D(G(z)) of -log D(G(z)).
   */
  private static OptionalDouble passedOn(Evidence evidence) {
    OptionalDouble fake = evidence.median("d.fake");
    if (fake.isEmpty() || evidence.recipe().method().kind() != MethodKind.ADVERSARIAL) {
      return OptionalDouble.empty();
    }
    return switch (evidence.recipe().method().loss()) {
      case MINIMAX -> fake;
      case NON_SATURATING -> OptionalDouble.of(1 - fake.getAsDouble());
      default -> OptionalDouble.empty();
    };
  }

  private static Finding finding(String evidence, Evidence of) {
    boolean minimax = of.recipe().method().loss() == Loss.MINIMAX;
    return new Finding(
        Severity.WARNING,
        "The generator's gradient has vanished: it learns nothing.",
        evidence,
        minimax
            ? "With the minimax loss nothing reaches the generator while the discriminator is sure of the fakes."
            : "The discriminator is flat around the fakes, or so sure of them that its output does not change.",
        Cures.of(of.recipe())
            .set(
                "Take the non-saturating loss.",
                "method.loss",
                minimax ? "non-saturating" : of.recipe().method().loss().id())
            .times(
                0.25,
                "Lower the discriminator's learning rate to a quarter.",
                Cures.DISCRIMINATOR_RATE)
            .set(
                "Add noise to the pictures that the discriminator sees.",
                "method.instanceNoise",
                "0.1")
            .set(
                "Add an R1 penalty, which keeps the discriminator from being steep.",
                "method.r1.weight",
                "1")
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
            .list(),
        Sight.PICTURES);
  }
}
