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

/** A pattern that repeats every second pixel, as strided layers leave it (Odena et al. 2016). */
final class Checkerboard implements Diagnosis {
  /** Below this part of what it was it is falling. */
  private static final double FALLING = 0.85;

  /** Noise and edges have about 1. */
  private static final double PEAK = 2;

  @Override
  public String kind() {
    return "checkerboard";
  }

  @Override
  public String label() {
    return "Checkerboard";
  }

  @Override
  public List<String> thresholds() {
    return List.of("diagnosis.checkerboard");
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    boolean found =
        evidence.begun()
            && evidence.above(Probe.CHECKERBOARD, evidence.settings().checkerboard())
            && evidence.still(Probe.CHECKERBOARD, evidence.settings().checkerboard())
            && evidence.above(Probe.STRIDE_PEAK, PEAK)
            && evidence.stuck()
            && !falling(evidence);
    return found
        ? Optional.of(
            new Finding(
                Severity.WARNING,
                "The fakes have a checkerboard pattern.",
                English.of(
                    "What repeats every second pixel has %.1f times the energy that it has in the data (above %.1f is told), and %.1f times that of what repeats a little more slowly.",
                    evidence.mean(Probe.CHECKERBOARD).orElseThrow(),
                    evidence.settings().checkerboard(),
                    evidence.mean(Probe.STRIDE_PEAK).orElseThrow()),
                "Transposed convolutions cover some pixels more often than others, and strided ones pass their gradients on so.",
                Cures.of(evidence.recipe())
                    .set(
                        "Enlarge by bilinear interpolation before each convolution.",
                        "generator.upsampling",
                        "bilinear")
                    .set(
                        "Enlarge by nearest neighbours before each convolution.",
                        "generator.upsampling",
                        "nearest")
                    .set(
                        "Let the discriminator shrink by averages.",
                        "discriminator.downsampling",
                        "average")
                    .say("Train on: weak patterns often go away by themselves.")
                    .list(),
                Sight.PICTURES))
        : Optional.empty();
  }

  /** Whether it goes away by itself. */
  private static boolean falling(Evidence evidence) {
    OptionalDouble change = evidence.change(Probe.CHECKERBOARD);
    return change.isPresent() && change.getAsDouble() < FALLING;
  }
}
