package studio.saddlepoint.app.keys;

import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;

/** The keys that ask for the menu of what has the keyboard: the menu key, and Shift+F10. */
public final class MenuKeys {
  private MenuKeys() {}

  /** Whether a key that was pressed asks for a menu. */
  public static boolean ask(KeyEvent event) {
    return Shortcut.MENU.matches(event);
  }

  /**
   * Lets a right click on a part of the window show a menu, and these keys while the keyboard is in
   * it.
   *
   * @param owner what is no control: controls have menus of their own
   * @param menu makes it, or has it
   */
  public static void open(Node owner, Supplier<ContextMenu> menu) {
    owner.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          if (event.isKeyboardTrigger()) {
            openAtKeyboard(owner, menu.get());
          } else {
            menu.get().hide();
            menu.get().show(owner, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
    owner.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (ask(event)) {
            openAtKeyboard(owner, menu.get());
            event.consume();
          }
        });
  }

  /** Some systems tell of the key and of what it asks for. */
  private static void openAtKeyboard(Node owner, ContextMenu menu) {
    if (!menu.isShowing()) {
      Node focused = owner.getScene() == null ? null : owner.getScene().getFocusOwner();
      boolean within = focused != null && owner.isFocusWithin();
      menu.show(within ? focused : owner, Side.BOTTOM, 0, 0);
    }
  }
}
