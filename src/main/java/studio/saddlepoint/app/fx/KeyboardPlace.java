package studio.saddlepoint.app.fx;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The place of the keyboard in a row of toggles. JavaFX shows it where the tab key led, but no more
 * once an arrow key has gone on to the next toggle.
 */
public final class KeyboardPlace {
  private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");

  private KeyboardPlace() {}

  /**
   * Gives a row the pseudo-class {@code by-keys} while it is steered by keys.
   *
   * @param row what holds the toggles
   */
  public static void show(Parent row) {
    row.addEventFilter(KeyEvent.KEY_PRESSED, event -> row.pseudoClassStateChanged(BY_KEYS, true));
    row.addEventFilter(
        MouseEvent.MOUSE_PRESSED, event -> row.pseudoClassStateChanged(BY_KEYS, false));
  }
}
