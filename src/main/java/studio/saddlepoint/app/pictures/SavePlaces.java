package studio.saddlepoint.app.pictures;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.StudioModel;

/**
 * Asks for a place to save to with the system's own dialog, which begins where the last one ended.
 *
 * @param studio keeps that place
 * @param owner the window that the dialog belongs to
 */
public record SavePlaces(StudioModel studio, Supplier<Window> owner) implements AskingPlace {
  private static final String LAST_FOLDER = "explore.folder";

  /** Such as {@code .png}; the end of {@code truncated at 0.7} is none. */
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]\\w{0,7}$");

  @Override
  public Optional<Path> ask(String title, String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    int dot = name.lastIndexOf('.');
    if (dot >= 0) {
      String kind = "*" + name.substring(dot);
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, kind));
    }
    File folder = new File(studio.settings().get(LAST_FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    File chosen = chooser.showSaveDialog(owner.get());
    if (chosen == null) {
      return Optional.empty();
    }
    studio.settings().keepFolder(LAST_FOLDER, chosen);
    return ChosenFile.path(chosen, studio::tell).map(file -> ended(file, name));
  }

  /**
   * The file with the ending of a name, where the person typed none; as it is where that would
   * replace another file, which they were not asked about.
   */
  public static Path ended(Path file, String name) {
    String typed = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    if (dot < 0 || ENDING.matcher(typed).find()) {
      return file;
    }
    Path ended = file.resolveSibling(typed + name.substring(dot));
    return Files.exists(ended) ? file : ended;
  }
}
