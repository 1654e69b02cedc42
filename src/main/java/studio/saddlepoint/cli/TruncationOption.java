package studio.saddlepoint.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.latent.LatentCodes;
import studio.saddlepoint.latent.Snapshot;

/** The threshold that latent numbers are drawn within. */
final class TruncationOption {
  @Option(
      names = "--truncation",
      paramLabel = "T",
      description =
          "Draws latent numbers above T again: smaller often gives cleaner, less varied pictures. Default: none.")
  private @Nullable Double truncation;

  /** The threshold, where there is one. */
  OptionalDouble threshold() {
    if (truncation == null) {
      return OptionalDouble.empty();
    }
    if (!(truncation >= LatentCodes.LEAST_THRESHOLD)) {
      throw new BadUse(
          "--truncation is "
              + truncation
              + ": it must be at least "
              + LatentCodes.LEAST_THRESHOLD
              + ", such as 1.5.");
    }
    return Double.isInfinite(truncation) ? OptionalDouble.empty() : OptionalDouble.of(truncation);
  }

  /** Refuses a threshold that the generator does not have. */
  void requireFitting(Snapshot snapshot) {
    if (snapshot.hasMapping() && threshold().isPresent()) {
      throw new BadUse(
          "--truncation is for generators without a mapping network; this one's codes are truncated in w: use --psi, such as --psi 0.7.");
    }
  }
}
