package studio.saddlepoint.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.keys.MenuKeys;
import studio.saddlepoint.app.runs.FileManager;
import studio.saddlepoint.core.PathNames;

/** The menu of a source, by a right click on it or by the menu key. */
public final class SourceMenu extends ContextMenu {
  private final StudioModel studio;

  /**
   * A menu.
   *
   * @param studio does what is chosen
   * @param source "strokes", "shapes" or a path
   */
  public SourceMenu(StudioModel studio, String source) {
    this.studio = studio;
    getItems()
        .addAll(
            item(Feather.IMAGE, "data.menu.open", () -> studio.sources().show(source)),
            item(Feather.PLAY, "data.train", () -> studio.sources().train(source)));
    if (UserDataSources.EMBEDDED.contains(source)) {
      return;
    }
    Optional<Path> place = PathNames.spelt(source);
    MenuItem show =
        item(Feather.EXTERNAL_LINK, "data.menu.show", () -> place.ifPresent(this::show));
    show.setDisable(place.isEmpty());
    getItems()
        .addAll(
            show,
            new SeparatorMenuItem(),
            item(Feather.X, "data.menu.forget", () -> studio.forget(source)));
  }

  /** Opens on a right click and, where the system does not see to it, by the keyboard. */
  public void install(Control on) {
    on.setContextMenu(this);
    on.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (MenuKeys.ask(event) && !isShowing()) {
            show(on, Side.BOTTOM, 0, 0);
            event.consume();
          }
        });
  }

  private static MenuItem item(Ikon icon, String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key), new FontIcon(icon));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The folder itself, or that of a file. */
  private void show(Path place) {
    studio
        .tasks()
        .run(
            Messages.text("data.menu.show"),
            progress -> {
              Path folder = folder(place);
              return FileManager.show(folder) ? Optional.<Path>empty() : Optional.of(folder);
            })
        .onDone(unseen -> unseen.ifPresent(each -> FileManager.tellPlace(studio, each)))
        .onFailed(e -> studio.tell(Notice.problem(e)));
  }

  private static Path folder(Path place) {
    Path parent = place.getParent();
    return Files.isDirectory(place) || parent == null ? place : parent;
  }
}
