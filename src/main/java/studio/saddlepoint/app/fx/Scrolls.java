package studio.saddlepoint.app.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Moves panes that scroll. */
public final class Scrolls {
  private static final double MARGIN = 8;

  private Scrolls() {}

  /** Whether a node can be seen as a whole in a pane that scrolls up and down. */
  static boolean fits(ScrollPane scroll, Node inside) {
    return inside.getLayoutBounds().getHeight() <= scroll.getViewportBounds().getHeight();
  }

  /**
   * Brings what lies inside into view, as a whole where it fits, with as little movement as
   * possible.
   *
   * @param scroll a pane that scrolls up and down
   * @param inside a node in its content
   */
  public static void show(ScrollPane scroll, Node inside) {
    Node content = scroll.getContent();
    double view = scroll.getViewportBounds().getHeight();
    double beyond = content.getLayoutBounds().getHeight() - view;
    if (beyond <= 0) {
      return;
    }
    Bounds bounds = content.sceneToLocal(inside.localToScene(inside.getLayoutBounds()));
    double margin = Math.max(0, Math.min(MARGIN, (view - bounds.getHeight()) / 2));
    double least = bounds.getMaxY() + margin - view;
    double most = bounds.getMinY() - margin;
    double now = scroll.getVvalue() * beyond;
    double next = Math.min(most, Math.max(least, now));
    scroll.setVvalue(Math.max(0, Math.min(1, next / beyond)));
  }
}
