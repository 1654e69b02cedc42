package studio.saddlepoint.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.SampleCodes;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.BestSamples;
import studio.saddlepoint.run.RunFolder;

/** The options that choose a command's generator, and the drawing of its latent codes. */
final class SnapshotOptions {
  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  @Mixin private TruncationOption truncation = new TruncationOption();

  @Option(
      names = "--keep-best",
      paramLabel = "SHARE",
      description =
          "Draws more and keeps this share, such as 0.5 for the best half: better but less varied pictures. Default: all.")
  private @Nullable Double keepBest;

  @Option(
      names = "--by",
      paramLabel = "discriminator|realism",
      description =
          "What tells which are the best: the discriminator's logit, or realism, the nearness to real pictures. Default: discriminator.")
  private @Nullable String by;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides the latent codes; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  /** Whether a run was named. */
  boolean given() {
    return generator.given();
  }

  /** The run that was named. */
  RunFolder folder(Home home) {
    return generator.folder(home);
  }

  /** Its generator. */
  Snapshot open(RunFolder folder, CommandOutput console) {
    truncation();
    keep();
    Snapshot snapshot = generator.load(folder, console);
    try {
      truncation.requireFitting(snapshot);
      return generator.truncated(snapshot);
    } finally {
      snapshot.close();
    }
  }

  /** The truncation in w. */
  WTruncation inW() {
    return generator.inW();
  }

  /** The threshold, where there is one. */
  OptionalDouble truncation() {
    return truncation.threshold();
  }

  /** Which share to keep, where not all. */
  Optional<KeepBest> keep() {
    if (keepBest == null) {
      if (by != null) {
        throw new BadUse("--by is for --keep-best: name a share, such as --keep-best 0.5.");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KeepBest(keepBest, by == null ? KeepBest.By.DISCRIMINATOR : KeepBest.By.of(by)));
    } catch (StudioException e) {
      throw new BadUse(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The latent codes of samples.
   *
   * @param run where the snapshot is from
   * @param count how many
   * @param classes how classes are given
   * @param progress of choosing the best
   */
  SampleCodes codes(
      Snapshot snapshot,
      RunFolder run,
      int count,
      SampleClasses classes,
      Home home,
      Progress progress) {
    int drawn = keep().map(best -> best.candidates(count)).orElse(count);
    SeededCodes codes =
        SeededCodes.of(
            snapshot, drawn, truncation().orElse(Double.POSITIVE_INFINITY), classes, seed);
    return keep()
        .<SampleCodes>map(
            best ->
                BestSamples.rank(
                        best.by(), snapshot, codes, run.recipe().data(), home.caches(), progress)
                    .best(count, best))
        .orElse(codes);
  }

  long seed() {
    return seed;
  }
}
