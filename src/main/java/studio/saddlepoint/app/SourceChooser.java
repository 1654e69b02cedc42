package studio.saddlepoint.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for images with the system's own dialogs, which begin where the last one ended. */
public final class SourceChooser {
  private static final String LAST_FOLDER = "data.folder";

  private final StudioModel studio;

  /**
   * Dialogs.
   *
   * @param studio where that is kept, and told of a path that this system cannot spell
   */
  public SourceChooser(StudioModel studio) {
    this.studio = studio;
  }

  /** A folder; empty where none was chosen. */
  public Optional<Path> folder(@Nullable Window owner) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("data.open.folder.title"));
    start(chooser::setInitialDirectory);
    return take(chooser.showDialog(owner));
  }

  /** A file; empty where none was chosen. */
  public Optional<Path> file(@Nullable Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text("data.open.file.title"));
    start(chooser::setInitialDirectory);
    return take(chooser.showOpenDialog(owner));
  }

  private void start(Consumer<File> begin) {
    File folder = new File(studio.settings().get(LAST_FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      begin.accept(folder);
    }
  }

  /** What a dialog gave, as a path. */
  public Optional<Path> take(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    studio.settings().keepFolder(LAST_FOLDER, chosen);
    return ChosenFile.path(chosen, studio::tell);
  }
}
