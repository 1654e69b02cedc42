package studio.saddlepoint.app.keys;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that ask for the menu of what has the keyboard: the menu key, and Shift+F10. */
public final class MenuKeys {
    private MenuKeys() {}

    /** Whether a key that was pressed asks for a menu. */
    public static boolean ask(KeyEvent event) {
        return event.getCode() == KeyCode.CONTEXT_MENU
                || event.getCode() == KeyCode.F10 && event.isShiftDown();
    }
}
