package studio.saddlepoint.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows the whole card of what the keyboard comes to, not only the button in it: one that cannot
 * see a card's title does not know what its button would do.
 */
public final class CardsInView {
  /** What stands for itself on a page, by its style class. */
  private static final List<String> CARDS =
      List.of("card", "recipe-card", "run-row", "explore-section", "data-source");

  private final Executor ui;
  private final ChangeListener<@Nullable Node> focus = (p, old, now) -> follow(now);

  private CardsInView(Executor ui) {
    this.ui = ui;
  }

  /**
   * Follows the keyboard in the window that a node is in.
   *
   * @param in the node
   * @param ui the FX thread, later
   */
  public static void follow(Node in, Executor ui) {
    CardsInView cards = new CardsInView(ui);
    in.sceneProperty().addListener((p, old, now) -> cards.move(old, now));
    cards.move(null, in.getScene());
  }

  private void move(@Nullable Scene old, @Nullable Scene now) {
    if (old != null) {
      old.focusOwnerProperty().removeListener(focus);
    }
    if (now != null) {
      now.focusOwnerProperty().addListener(focus);
    }
  }

  /** Later: JavaFX scrolls first, to what has the keyboard alone. */
  private void follow(@Nullable Node owner) {
    if (owner != null) {
      ui.execute(
          () -> {
            // A click is where the person looks already: nothing moves under the mouse.
            if (owner.isFocusVisible()) {
              show(owner);
            }
          });
    }
  }

  private static void show(Node owner) {
    List<Node> cards = new ArrayList<>();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane scroll) {
        show(cards, scroll);
        return;
      }
      if (at.getStyleClass().stream().anyMatch(CARDS::contains)) {
        cards.add(at);
      }
    }
  }

  /** The outermost that fits, for it has the title that says most. */
  private static void show(List<Node> cards, ScrollPane scroll) {
    cards.stream()
        .filter(card -> Scrolls.fits(scroll, card))
        .reduce((inner, outer) -> outer)
        .ifPresent(card -> Scrolls.show(scroll, card));
  }
}
