package studio.saddlepoint.run.checkpoint;

import java.nio.file.Path;

/**
 * A checkpoint on disk.
 *
 * @param file where it is
 * @param step steps done
 * @param best whether it is the one with the best score
 */
public record SavedCheckpoint(Path file, long step, boolean best) {
  /** Whether a person asked to keep it. */
  public boolean kept() {
    return file.getFileName().toString().startsWith("kept-");
  }
}
