package studio.saddlepoint.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.Space;

/** The space that ways between codes go through. */
final class SpaceOption {
  @Option(
      names = "--in",
      paramLabel = "z|w",
      description =
          "Where ways between codes lie: in z, or, of a style-based generator, in w behind the mapping network, where pictures often change more evenly; default: z.")
  private @Nullable String in;

  /** Whether it was named. */
  boolean given() {
    return in != null;
  }

  /** The space. */
  Space space() {
    try {
      return in == null ? Space.Z : Space.of(in);
    } catch (StudioException e) {
      throw new BadUse("--in: " + e.getMessage());
    }
  }

  /** A code whose ways lie there. */
  LatentPoint of(LatentPoint code) {
    return space() == Space.W ? code.waysInW() : code;
  }

  /** Refuses w where there is none. */
  void requireFitting(Snapshot snapshot) {
    if (space() == Space.W && !snapshot.hasMapping()) {
      throw new BadUse(
          "--in w is for generators with a mapping network, such as StyleGAN's: this one's codes are only in z. Leave --in out.");
    }
  }
}
