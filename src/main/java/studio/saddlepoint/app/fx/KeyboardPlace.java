package studio.saddlepoint.app.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The place of the keyboard, which has the pseudo-class {@code by-keys} while keys are used. JavaFX
 * itself shows it only where the tab key led: not where an arrow key went on to the next toggle,
 * nor where it was put when a key opened or closed something.
 */
public final class KeyboardPlace {
  private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");

  private boolean byKeys;

  private KeyboardPlace() {}

  /** Shows it in a window from now on. */
  public static void show(Scene scene) {
    KeyboardPlace place = new KeyboardPlace();
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          // Shift and the like alone also go with the mouse.
          if (!event.getCode().isModifierKey()) {
            place.use(true, scene.getFocusOwner());
          }
        });
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED, event -> place.use(false, scene.getFocusOwner()));
    scene
        .focusOwnerProperty()
        .addListener(
            (property, old, now) -> {
              mark(old, false);
              mark(now, place.byKeys);
            });
  }

  private void use(boolean keys, @Nullable Node owner) {
    byKeys = keys;
    mark(owner, keys);
  }

  private static void mark(@Nullable Node node, boolean here) {
    if (node != null) {
      node.pseudoClassStateChanged(BY_KEYS, here);
    }
  }
}
