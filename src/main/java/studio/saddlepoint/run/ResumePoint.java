package studio.saddlepoint.run;

import java.nio.file.Path;
import java.util.List;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/**
 * The point at which a run goes on.
 *
 * @param checkpoint the newest that can be read
 * @param unread what was passed over because it cannot be read, the newest first
 */
public record ResumePoint(Checkpoint checkpoint, List<Unread> unread) {
  /** Copies the list. */
  public ResumePoint {
    unread = List.copyOf(unread);
  }

  /**
   * A checkpoint that cannot be read.
   *
   * @param file where it is
   * @param reason what is wrong with it, such as {@code is damaged: …}, to follow its name
   */
  public record Unread(Path file, String reason) {
    /** Its name and what is wrong with it. */
    @Override
    public String toString() {
      return file.getFileName() + " " + reason;
    }
  }
}
