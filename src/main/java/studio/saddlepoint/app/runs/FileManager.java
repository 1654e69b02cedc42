package studio.saddlepoint.app.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.PathNames;

/** The system's program that shows folders. */
public final class FileManager {
  /** A starter that takes longer has become the file manager itself. */
  private static final int SECONDS = 5;

  private FileManager() {}

  /**
   * Shows a folder. Takes a moment: not for the FX thread.
   *
   * @return whether the system took it; false where it has no such program
   */
  public static boolean show(Path folder) {
    String command = command(System.getProperty("os.name"));
    try {
      Process started =
          new ProcessBuilder(command, PathNames.text(folder))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // Explorer ends with 1 also where it has opened the folder.
      return !started.waitFor(SECONDS, TimeUnit.SECONDS)
          || started.exitValue() == 0
          || command.startsWith("explorer");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Tells a person where a folder is that nothing could show; its path is copied. */
  public static void tellPlace(StudioModel model, Path folder) {
    ClipboardContent content = new ClipboardContent();
    content.putString(PathNames.text(folder));
    Clipboard.getSystemClipboard().setContent(content);
    model.tell(Notice.info(Messages.text("folder.show.none", folder)));
  }

  static String command(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("windows")) {
      return "explorer.exe";
    }
    return name.contains("mac") ? "open" : "xdg-open";
  }
}
