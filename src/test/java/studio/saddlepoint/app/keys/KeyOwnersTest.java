package studio.saddlepoint.app.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class KeyOwnersTest {
  @Test
  void theSpaceBarStaysWithAPartThatTakesItWhereverInItTheKeyboardIs() {
    Region inner = new Region();
    StackPane outer = new StackPane(inner);
    assertFalse(KeyOwners.keep(inner, Shortcut.PAUSE, false));
    KeyOwners.takesSpace(outer);
    assertTrue(KeyOwners.keep(inner, Shortcut.PAUSE, false));
    assertFalse(KeyOwners.keep(null, Shortcut.PAUSE, false));
  }
}
