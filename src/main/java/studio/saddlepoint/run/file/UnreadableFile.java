package studio.saddlepoint.run.file;

import java.nio.file.Path;
import studio.saddlepoint.core.StudioException;

/** A file of a run that cannot be read: its reason stands alone, so that several can be listed. */
public final class UnreadableFile extends StudioException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A failure of a file.
   *
   * @param reason what is wrong, such as {@code is damaged: its checksum does not agree}
   * @param advice what to do, as a sentence
   */
  public UnreadableFile(Path file, String reason, String advice) {
    super(file + " " + reason + ". " + advice);
    this.reason = reason;
  }

  /**
   * A failure with the exception that led to it.
   *
   * @param reason what is wrong
   * @param advice what to do, as a sentence
   * @param cause what was caught
   */
  public UnreadableFile(Path file, String reason, String advice, Throwable cause) {
    super(file + " " + reason + ". " + advice, cause);
    this.reason = reason;
  }

  /** What is wrong, without the file's name and without advice. */
  public String reason() {
    return reason;
  }
}
