package studio.saddlepoint.app.keys;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the window and what they do, wherever in the window the keyboard is. */
public final class Keyboard {
  private final Map<Shortcut, Binding> bindings = new EnumMap<>(Shortcut.class);
  private final EventHandler<KeyEvent> handler = this::handle;

  /** The key that is held down: it acts once, but for those that are meant to repeat. */
  private @Nullable KeyCode held;

  /**
   * A key and what it does.
   *
   * @param shortcut the key
   * @param words what it does, in a few words
   * @param action does it
   */
  public record Binding(Shortcut shortcut, String words, Runnable action) {}

  /** Lets a key do something. */
  public Keyboard on(Shortcut shortcut, Runnable action) {
    return on(shortcut, shortcut.words(), action);
  }

  /** Lets a key do something that has words of its own. */
  public Keyboard on(Shortcut shortcut, String words, Runnable action) {
    bindings.put(shortcut, new Binding(shortcut, words, action));
    return this;
  }

  /** What all keys do, in the table's order. */
  public List<Binding> bindings() {
    return new ArrayList<>(bindings.values());
  }

  /** Listens in the window that a node is in. */
  public void listen(Node in) {
    in.sceneProperty().addListener((p, old, now) -> move(old, now));
    move(null, in.getScene());
  }

  private void move(@Nullable Scene old, @Nullable Scene now) {
    if (old != null) {
      old.removeEventFilter(KeyEvent.ANY, handler);
    }
    if (now != null) {
      // A filter: panes that scroll would take the space bar.
      now.addEventFilter(KeyEvent.ANY, handler);
    }
  }

  private void handle(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_RELEASED) {
      held = null;
      return;
    }
    boolean typed = event.getEventType() == KeyEvent.KEY_TYPED;
    Node owner = event.getTarget() instanceof Node node ? node : null;
    boolean again = !typed && event.getCode() == held;
    if (!typed) {
      held = event.getCode();
    }
    for (Binding binding : bindings.values()) {
      Shortcut shortcut = binding.shortcut();
      if (shortcut.matches(event) && !KeyOwners.keep(owner, shortcut, typed)) {
        event.consume();
        if (!again || repeats(shortcut)) {
          binding.action().run();
        }
        return;
      }
    }
  }

  private static boolean repeats(Shortcut shortcut) {
    return shortcut == Shortcut.UNDO || shortcut == Shortcut.REDO;
  }
}
