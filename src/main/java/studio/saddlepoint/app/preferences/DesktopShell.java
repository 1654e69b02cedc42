package studio.saddlepoint.app.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.saddlepoint.app.preferences.DesktopColours.Answer;

/** Runs one of the desktop's commands, for two seconds at most. */
final class DesktopShell {
  private static final Logger LOG = Logger.getLogger(DesktopShell.class.getName());
  private static final int SECONDS = 2;
  private static final int MOST_BYTES = 4096;

  private DesktopShell() {}

  /** Runs a command; one that is not there, or takes too long, has the code -1. */
  static Answer run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        // What is told here fits into a pipe, so that nothing waits to be read.
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          return new Answer(-1, "");
        }
        byte[] told = process.getInputStream().readNBytes(MOST_BYTES);
        return new Answer(process.exitValue(), new String(told, StandardCharsets.UTF_8));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "The desktop is not asked by " + command.get(0), e);
      return new Answer(-1, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(-1, "");
    }
  }

  private static java.io.File nothing() {
    boolean windows = java.io.File.separatorChar == '\\';
    return new java.io.File(windows ? "NUL" : "/dev/null");
  }
}
