package studio.saddlepoint.app.data;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.OwnSources;

/** What can be done with a source, by a right click on it or by the menu key. */
final class SourceMenu extends ContextMenu {
    /**
     * A menu.
     *
     * @param source "strokes", "shapes" or a path
     */
    SourceMenu(DataModel model, String source) {
        getItems()
                .addAll(
                        item(Feather.IMAGE, "data.menu.open", () -> model.open(source)),
                        item(Feather.PLAY, "data.train", () -> model.train(source)));
        if (OwnSources.EMBEDDED.contains(source)) {
            return;
        }
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(Feather.X, "data.menu.forget", () -> model.forget(source)));
    }

    private static MenuItem item(Ikon icon, String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key), new FontIcon(icon));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
