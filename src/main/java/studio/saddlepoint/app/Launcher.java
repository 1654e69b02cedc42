package studio.saddlepoint.app;

import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Opens the window. It does not extend {@link Application}, so that the program starts from a plain
 * class path; and where there is no display it says so in one line.
 */
public final class Launcher {
  /** JavaFX warns that it runs from the class path, which is what this program means to do. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Launcher() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @return the exit code: 0, or 1 where there is no display
   */
  public static int open() {
    // Charts are painted with AWT into memory; it must not look for a display of its own.
    System.setProperty("java.awt.headless", "true");
    JAVAFX.setLevel(Level.SEVERE);
    if (!displayExpected(System.getenv())) {
      return tellNoDisplay();
    }
    return launch();
  }

  /**
   * Maven would add a failed build's stack trace to the one line, so under it this is no failure.
   */
  private static int tellNoDisplay() {
    System.err.println(Messages.text("launcher.no.display"));
    return Boolean.getBoolean("saddlepoint.maven") ? 0 : 1;
  }

  /**
   * Whether a window can be expected to open. Only Linux can tell before trying.
   *
   * @param environment of this process
   */
  public static boolean displayExpected(Map<String, String> environment) {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean ownPlatform = System.getProperty("glass.platform", "").equals("Monocle");
    return !linux
        || ownPlatform
        || !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  private static int launch() {
    // The console's log handler must not be made while errors are held back.
    Logger.getLogger("").getHandlers();
    HeldErrors held = HeldErrors.hold();
    try {
      Application.launch(StudioApp.class);
      return 0;
    } catch (RuntimeException | LinkageError e) {
      if (held.released()) {
        throw e;
      }
      held.drop();
      return tellNoDisplay();
    }
  }
}
