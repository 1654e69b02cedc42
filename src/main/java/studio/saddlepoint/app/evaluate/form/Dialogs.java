package studio.saddlepoint.app.evaluate.form;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.fx.TrustQuestion;
import studio.saddlepoint.app.pictures.SavePlaces;

/**
 * Asks with the system's own dialogs, which begin where the last one ended.
 *
 * @param settings where that is kept
 * @param notices told of a file that this system cannot spell
 */
public record Dialogs(Settings settings, Consumer<Notice> notices) implements Asking {
  private static final String LAST_FOLDER = "evaluate.folder";

  @Override
  public boolean trusts(Path file) {
    return new TrustQuestion().test(file);
  }

  @Override
  public Optional<Path> save(String name) {
    FileChooser chooser = chooser(Messages.text("evaluate.export.title"), name);
    int dot = name.lastIndexOf('.');
    if (dot >= 0) {
      String kind = "*" + name.substring(dot);
      chooser
          .getExtensionFilters()
          .addAll(
              new FileChooser.ExtensionFilter(kind, kind),
              new FileChooser.ExtensionFilter(Messages.text("evaluate.file.any"), "*"));
    }
    return remembered(chooser.showSaveDialog(owner())).map(file -> SavePlaces.ended(file, name));
  }

  @Override
  public Optional<Path> open(String name) {
    FileChooser chooser = chooser(Messages.text("weights.file.title", name), "");
    if (name.startsWith("*")) {
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(name, name));
    }
    return remembered(chooser.showOpenDialog(owner()));
  }

  @Override
  public Optional<Path> folder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("evaluate.against.folder.title"));
    File folder = new File(settings.get(LAST_FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return remembered(chooser.showDialog(owner()));
  }

  private FileChooser chooser(String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    File folder = new File(settings.get(LAST_FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  Optional<Path> remembered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    settings.keepFolder(LAST_FOLDER, chosen);
    return ChosenFile.path(chosen, notices);
  }

  private static @Nullable Window owner() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }
}
