package studio.saddlepoint.app.desktop;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands a notice to the desktop. Not for the FX thread, and never throws. */
@FunctionalInterface
interface NoticeSender {
  /**
   * Shows a notice among those of the desktop, without a sound.
   *
   * @return whether the desktop has taken it
   */
  boolean send(String title, String text);

  /**
   * By the desktop's own command. {@code java.awt.SystemTray} is left alone: to load AWT beside
   * JavaFX hangs on some systems and throws where there is no display.
   */
  static NoticeSender ofSystem() {
    return (title, text) -> {
      List<String> command = command(System.getProperty("os.name", ""), title, text);
      return !command.isEmpty() && run(command);
    };
  }

  /** The command of a system; empty where there is none. Texts are arguments, never code. */
  static List<String> command(String system, String title, String text) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("linux")) {
      return List.of("notify-send", "--app-name=Saddlepoint", "--", title, text);
    }
    return name.startsWith("mac")
        ? List.of(
            "osascript",
            "-e",
            "on run argv",
            "-e",
            "display notification (item 2 of argv) with title (item 1 of argv)",
            "-e",
            "end run",
            title,
            text)
        : List.of();
  }

  private static boolean run(List<String> command) {
    Logger log = Logger.getLogger(NoticeSender.class.getName());
    try {
      boolean windows = File.separatorChar == '\\';
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File(windows ? "NUL" : "/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      log.log(Level.FINE, "The desktop takes no notices by " + command.get(0), e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
