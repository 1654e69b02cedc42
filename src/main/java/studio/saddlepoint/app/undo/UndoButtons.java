package studio.saddlepoint.app.undo;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.fx.Buttons;
import studio.saddlepoint.app.keys.Shortcut;
import studio.saddlepoint.core.Escapes;

/** Two buttons that say what they would take back and make again. */
public final class UndoButtons extends HBox {
  /**
   * Two buttons.
   *
   * @param stack what they work on
   */
  public UndoButtons(UndoStack stack) {
    getStyleClass().add("undo-buttons");
    getChildren()
        .addAll(
            button(
                Feather.CORNER_UP_LEFT,
                "undo",
                Shortcut.UNDO,
                stack.undoTitleProperty(),
                stack::undo),
            button(
                Feather.CORNER_UP_RIGHT,
                "redo",
                Shortcut.REDO,
                stack.redoTitleProperty(),
                stack::redo));
  }

  private static Button button(
      Ikon icon, String key, Shortcut shortcut, ReadOnlyStringProperty title, Runnable action) {
    Button button = Buttons.icon(icon, key, action);
    button.setId(key);
    Runnable tell =
        () -> {
          String words =
              title.get().isEmpty()
                  ? Messages.text(key)
                  : Messages.text(key + ".what", title.get());
          button.setAccessibleText(words);
          button.getTooltip().setText(Escapes.lines(shortcut.tip(words)));
          button.setDisable(title.get().isEmpty());
        };
    title.addListener(o -> tell.run());
    tell.run();
    return button;
  }
}
