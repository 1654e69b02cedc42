package studio.saddlepoint.app.explore.code;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.ChosenFile;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.pictures.SavePlaces;

/**
 * Asks with the system's own dialogs, which begin where the last one ended.
 *
 * @param studio keeps that place
 * @param owner the window that the dialogs belong to
 */
public record CodesDialogs(StudioModel studio, Supplier<Window> owner) implements CodesAsking {
  private static final String LAST_FOLDER = "explore.folder";
  private static final String JSON = "*.json";
  private static final String NPZ = "*.npz";

  @Override
  public Optional<Path> open() {
    FileChooser chooser = chooser(Messages.text("codes.import"));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(Messages.text("codes.files"), List.of(JSON, NPZ)));
    return remembered(chooser.showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> save(String name) {
    FileChooser chooser = chooser(Messages.text("codes.export"));
    ExtensionFilter json = new ExtensionFilter(Messages.text("codes.files.json"), JSON);
    ExtensionFilter npz = new ExtensionFilter(Messages.text("codes.files.npz"), NPZ);
    chooser.getExtensionFilters().addAll(json, npz);
    chooser.setInitialFileName(name + ".json");
    return remembered(chooser.showSaveDialog(owner.get()))
        .map(
            file ->
                SavePlaces.ended(
                    file, npz.equals(chooser.getSelectedExtensionFilter()) ? ".npz" : ".json"));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    File folder = new File(studio.settings().get(LAST_FOLDER, System.getProperty("user.home")));
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<Path> remembered(@Nullable File chosen) {
    if (chosen == null) {
      return Optional.empty();
    }
    studio.settings().keepFolder(LAST_FOLDER, chosen);
    return ChosenFile.path(chosen, studio::tell);
  }
}
