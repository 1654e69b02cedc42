package studio.saddlepoint.app.keys;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Controls that keep some keys for themselves while the keyboard is theirs. */
public final class KeyOwners {
  private static final String UNCOMMITTED = "saddlepoint.uncommitted";
  private static final String SPACE = "saddlepoint.space";

  private KeyOwners() {}

  /**
   * Lets a text field keep its own undo only while something is typed there that was not taken yet;
   * other text fields keep it always.
   *
   * @param text the field
   * @param uncommitted whether its text was not taken yet
   */
  public static void untilCommitted(TextInputControl text, BooleanSupplier uncommitted) {
    text.getProperties().put(UNCOMMITTED, uncommitted);
  }

  /** What was typed is taken: from here on the field's own undo begins anew. */
  public static void committed(TextInputControl text) {
    int caret = text.getCaretPosition();
    text.setText(text.getText()); // forgets, as setting a text always does
    text.positionCaret(caret);
  }

  /** Tells that a part of the window does something at the space bar, wherever in it that is. */
  public static void takesSpace(Node node) {
    node.getProperties().put(SPACE, true);
  }

  /**
   * Whether a key stays with what has the keyboard.
   *
   * @param owner what has the keyboard; nothing may have it
   * @param shortcut which key
   * @param typed whether it came as a character
   */
  static boolean keep(@Nullable Node owner, Shortcut shortcut, boolean typed) {
    if (owner == null) {
      return false;
    }
    return switch (shortcut) {
      case UNDO, REDO -> keepsUndo(owner);
      case PAUSE -> keepsSpace(owner);
      default -> typed && takesText(owner);
    };
  }

  private static boolean takesText(Node owner) {
    return owner instanceof TextInputControl
        || owner instanceof ComboBox<?> combo && combo.isEditable();
  }

  private static boolean keepsUndo(Node owner) {
    if (owner instanceof ComboBox<?> combo) {
      return combo.isEditable() && !combo.getEditor().getText().equals(shown(combo));
    }
    return owner instanceof TextInputControl
        && !(owner.getProperties().get(UNCOMMITTED) instanceof BooleanSupplier pending
            && !pending.getAsBoolean());
  }

  private static <T> String shown(ComboBox<T> combo) {
    StringConverter<T> converter = combo.getConverter();
    return converter.toString(combo.getValue());
  }

  /** All controls but those that are only looked at or moved by arrows. */
  private static boolean keepsSpace(Node owner) {
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at.getProperties().containsKey(SPACE)) {
        return true;
      }
    }
    return owner instanceof Control
        && !(owner instanceof ScrollPane
            || owner instanceof Slider
            || owner instanceof SplitPane
            || owner instanceof Label);
  }
}
