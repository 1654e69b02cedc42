package studio.saddlepoint.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;
import studio.saddlepoint.torch.TorchEngine;

/** The options that choose a command's generator, and its truncation in w. */
final class GeneratorOptions {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "A run's folder, or its name in the runs folder.")
  private String run = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "STEP|best|latest",
      defaultValue = "latest",
      description = "Which checkpoint; default: ${DEFAULT-VALUE}.")
  private String checkpoint = "latest";

  @Option(
      names = "--raw",
      description = "Takes the weights of the step itself, not their running mean.")
  private boolean raw;

  @Option(
      names = "--psi",
      paramLabel = "PSI",
      description =
          "Of a style-based generator: draws codes towards their mean, to 0 from 1, such as 0.7: more typical, less varied pictures. Default: none.")
  private @Nullable Double psi;

  @Option(
      names = "--cutoff",
      paramLabel = "LAYERS",
      description = "With --psi: draws only so many of the first layers. Default: all.")
  private @Nullable Integer cutoff;

  @Option(
      names = "--psi-class",
      description =
          "With --psi, of a conditional generator: draws codes towards the mean of their own class in place of that of all.")
  private boolean towardsClass;

  /** Whether a run was named. */
  boolean given() {
    return !run.isEmpty();
  }

  /** The run that was named. */
  RunFolder folder(Home home) {
    if (!given()) {
      throw new BadUse("Missing required parameter: 'RUN'. Name a run's folder.");
    }
    return Runs.open(home, run);
  }

  /** Its generator, not truncated. */
  Snapshot load(RunFolder folder, CommandOutput console) {
    inW();
    SavedCheckpoint chosen = Runs.checkpoint(folder, checkpoint);
    TorchEngine.start(console);
    return Snapshot.load(folder, chosen, !raw && folder.recipe().averages());
  }

  /** The generator truncated in w, for somebody who closes it. */
  Snapshot truncated(Snapshot snapshot) {
    requireFitting(snapshot);
    return snapshot.truncated(inW());
  }

  /** Refuses a truncation that the generator does not have. */
  void requireFitting(Snapshot snapshot) {
    WTruncation wanted = inW();
    if (!snapshot.hasMapping() && !wanted.none()) {
      throw new BadUse(
          "--psi is for generators with a mapping network, such as StyleGAN's: use --truncation, such as --truncation 1.");
    }
    if (wanted.towardsClass() && !snapshot.latent().conditional()) {
      throw new BadUse(
          "--psi-class is for generators that are told the class: the codes of this one have a single mean. Leave --psi-class out.");
    }
    if (wanted.cutoff() > snapshot.w().layers()) {
      throw new BadUse(
          "--cutoff is "
              + wanted.cutoff()
              + ", but there are "
              + snapshot.w().layers()
              + " layers.");
    }
  }

  /** The truncation in w. */
  WTruncation inW() {
    if (cutoff != null && psi == null) {
      throw new BadUse("--cutoff is for --psi: name one, such as --psi 0.7.");
    }
    if (towardsClass && psi == null) {
      throw new BadUse("--psi-class is for --psi: name one, such as --psi 0.7.");
    }
    try {
      return psi == null
          ? WTruncation.NONE
          : new WTruncation(psi, cutoff == null ? WTruncation.ALL : cutoff, towardsClass);
    } catch (StudioException e) {
      throw new BadUse("--psi or --cutoff: " + e.getMessage());
    }
  }
}
