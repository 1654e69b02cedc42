package studio.saddlepoint.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.core.AtomicFile;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.CheckpointFile;
import studio.saddlepoint.run.checkpoint.Safetensors;

/**
 * The weights that a fine-tuned run is to begin with, in its own folder until its first checkpoint
 * holds them: the other run may be deleted or train on meanwhile.
 */
final class OriginWeights {
  /** The file in a run folder. */
  static final String NAME = "origin.safetensors";

  private OriginWeights() {}

  static void write(Path folder, Checkpoint weights) throws IOException {
    AtomicFile.ON_DISK.write(
        folder.resolve(NAME),
        channel -> Safetensors.write(channel, weights.tensors(), CheckpointFile.metadata(weights)));
  }

  /**
   * Reads them for the first step.
   *
   * @return empty where the run begins with weights of its own
   * @throws StudioException if they cannot be read, or are gone though the run is a fine-tuned one:
   *     it is not begun with others
   */
  static Optional<Checkpoint> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (Files.exists(file)) {
      return Optional.of(CheckpointFile.read(file));
    }
    RunOrigin.of(folder)
        .ifPresent(
            origin -> {
              throw new StudioException(
                  "The weights of "
                      + origin
                      + ", which this run was to start from, are gone: "
                      + file
                      + " was deleted before the first checkpoint. Fine-tune that run again.");
            });
    return Optional.empty();
  }

  /** Deletes them once a checkpoint holds them. */
  static void delete(Path folder) {
    AtomicFile.deleteQuietly(folder.resolve(NAME));
  }
}
