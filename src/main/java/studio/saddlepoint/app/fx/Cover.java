package studio.saddlepoint.app.fx;

import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.app.keys.Shortcut;

/**
 * Something that lies over a page: Escape closes it, wherever the keyboard is, and the keyboard
 * goes back to where it was.
 */
public final class Cover {
  private final Node over;
  private final BooleanSupplier shown;
  private final Runnable hide;
  private final EventHandler<KeyEvent> escape = this::pressed;
  private final ChangeListener<@Nullable Node> focus = (p, old, now) -> remember(now);
  private @Nullable Node before;

  /**
   * Watches what lies over the page, as long as it is in a scene.
   *
   * @param over what lies there
   * @param shown whether there is anything to close
   * @param hide closes it, or the newest part of it
   */
  public Cover(Node over, BooleanSupplier shown, Runnable hide) {
    this.over = over;
    this.shown = shown;
    this.hide = hide;
    // A filter, for lists and text fields keep Escape for themselves.
    over.addEventFilter(KeyEvent.KEY_PRESSED, escape);
    over.sceneProperty().addListener((p, old, now) -> move(old, now));
    // However it is hidden: JavaFX would give the keyboard to whatever comes next.
    over.visibleProperty()
        .addListener(
            (p, old, now) -> {
              if (!now) {
                giveBack();
              }
            });
    move(null, over.getScene());
  }

  /** Closes it. */
  public void close() {
    close(hide);
  }

  /** Takes a part of it away in its own way; the keyboard goes back if it was in there. */
  public void close(Runnable part) {
    Scene scene = over.getScene();
    boolean inside = scene != null && holds(scene.getFocusOwner());
    part.run();
    if (inside) {
      toWhereItWas(scene);
    }
  }

  private void giveBack() {
    Scene scene = over.getScene();
    if (scene != null && holds(scene.getFocusOwner())) {
      toWhereItWas(scene);
    }
  }

  private void toWhereItWas(@Nullable Scene scene) {
    Node back = before;
    if (back != null && back.getScene() == scene) {
      back.requestFocus();
    }
  }

  private void move(@Nullable Scene old, @Nullable Scene now) {
    if (old != null) {
      old.removeEventHandler(KeyEvent.KEY_PRESSED, escape);
      old.focusOwnerProperty().removeListener(focus);
    }
    if (now != null) {
      now.addEventHandler(KeyEvent.KEY_PRESSED, escape);
      now.focusOwnerProperty().addListener(focus);
      remember(now.getFocusOwner());
    }
  }

  private void remember(@Nullable Node owner) {
    if (owner != null && !holds(owner)) {
      before = owner;
    }
  }

  private boolean holds(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == over) {
        return true;
      }
    }
    return false;
  }

  private void pressed(KeyEvent event) {
    if (Shortcut.CLOSE.matches(event) && !event.isConsumed() && shown.getAsBoolean()) {
      event.consume();
      close();
    }
  }
}
