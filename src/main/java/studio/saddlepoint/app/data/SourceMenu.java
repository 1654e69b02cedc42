package studio.saddlepoint.app.data;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    /** Opens on a right click and, where the system does not see to it, by the keyboard. */
    void install(Control on) {
        on.setContextMenu(this);
        on.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean asks =
                            event.getCode() == KeyCode.CONTEXT_MENU
                                    || event.getCode() == KeyCode.F10 && event.isShiftDown();
                    if (asks && !isShowing()) {
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
}
