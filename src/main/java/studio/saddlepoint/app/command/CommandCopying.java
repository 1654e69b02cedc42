package studio.saddlepoint.app.command;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.ShellLine;

/** Puts command lines on the clipboard, quoted for the shell of this computer. FX thread. */
public final class CommandCopying {
  private static final int BRIEF = 120;

  private CommandCopying() {}

  /** Copies a command line, and says so. */
  public static void copy(StudioModel model, ShellLine line) {
    String text = line.text(ShellLine.Shell.here());
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    String brief = text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    model.tell(Notice.success(Messages.text("command.copied", brief)));
  }

  /**
   * A notice that something is done, with a button that copies what does it again.
   *
   * @param line empty where the command line cannot
   */
  public static Notice offered(StudioModel model, String done, Optional<ShellLine> line) {
    Notice notice = Notice.success(done);
    return line.map(
            each -> notice.offering(Feather.TERMINAL, "command.copy", () -> copy(model, each)))
        .orElse(notice);
  }
}
