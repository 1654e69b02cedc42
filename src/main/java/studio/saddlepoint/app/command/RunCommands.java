package studio.saddlepoint.app.command;

import java.nio.file.Path;
import studio.saddlepoint.core.ShellLine;

/** What is made of a whole run, as command lines. */
public final class RunCommands {
  private RunCommands() {}

  /** Its report. */
  public static ShellLine report(Path run, Path file) {
    return new CommandWords("report").path(run).option("--out", file).line();
  }

  /** Its event file for TensorBoard. */
  public static ShellLine tensorBoard(Path run, Path folder) {
    return new CommandWords("export").path(run).option("--tensorboard", folder).line();
  }
}
