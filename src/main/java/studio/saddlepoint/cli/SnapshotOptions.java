package studio.saddlepoint.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SavedCheckpoint;
import studio.saddlepoint.torch.TorchEngine;

/** Which generator a command works on, and how its latent codes are drawn. */
final class SnapshotOptions {
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
            names = "--truncation",
            paramLabel = "T",
            description =
                    "Draws latent numbers above T again: smaller often gives cleaner, less varied pictures. Default: none.")
    private @Nullable Double truncation;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Decides the latent codes; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

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

    /** Its generator. */
    Snapshot open(RunFolder folder, Console console) {
        truncation();
        SavedCheckpoint chosen = Runs.checkpoint(folder, checkpoint);
        TorchEngine.start(console);
        return Snapshot.load(folder, chosen, !raw);
    }

    /** The threshold, where there is one. */
    OptionalDouble truncation() {
        if (truncation == null) {
            return OptionalDouble.empty();
        }
        if (!(truncation > 0)) {
            throw new BadUse(
                    "--truncation is " + truncation + ": it must be above 0, such as 1.5.");
        }
        return OptionalDouble.of(truncation);
    }

    long seed() {
        return seed;
    }
}
