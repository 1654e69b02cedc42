package studio.saddlepoint.app.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** A hand with a mouse: its presses are real ones, that go the way of a person's. */
final class Hand {
  private final Scene scene;
  private final Robot robot;

  /** A hand over a window; to be made on the FX thread. */
  Hand(Scene scene) {
    this.scene = scene;
    this.robot = new Robot();
  }

  /** Does something on the FX thread and waits for it; not on that thread. */
  static <T> T fx(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
    return Stopwatch.await(done);
  }

  /** As {@link #fx}, what has no result. */
  static void act(Runnable work) {
    fx(
        () -> {
          work.run();
          return work;
        });
  }

  /** Does nothing for a time; an interrupt ends it. */
  static void rest(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is shown by a name; on the FX thread. */
  Node find(String query) {
    return seen(query)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(query + " is not shown"));
  }

  /** Whether something is shown by a name; on the FX thread. */
  boolean sees(String query) {
    return seen(query).findFirst().isPresent();
  }

  /** Whether the bar at the bottom says something; on the FX thread. */
  boolean reads(String words) {
    return seen(".status-text").anyMatch(each -> ((Label) each).getText().contains(words));
  }

  /** The sliders in sight that can be moved; on the FX thread. */
  List<Slider> sliders() {
    return seen(".slider")
        .filter(each -> !each.isDisabled())
        .filter(Slider.class::isInstance)
        .map(Slider.class::cast)
        .toList();
  }

  private Stream<Node> seen(String query) {
    return scene.getRoot().lookupAll(query).stream().filter(Hand::isSeen);
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Moves over something, to press it next; on the FX thread. */
  void over(String query) {
    Node node = find(query);
    Bounds bounds = node.getBoundsInLocal();
    robot.mouseMove(node.localToScreen(bounds.getCenterX(), bounds.getCenterY()));
  }

  /** Clicks where it is; on the FX thread. */
  void click() {
    robot.mouseClick(MouseButton.PRIMARY);
  }

  /** Takes hold of a slider's thumb; on the FX thread. */
  void grip(String slider) {
    over(slider + " .thumb");
    robot.mousePress(MouseButton.PRIMARY);
  }

  /** Moves sideways; on the FX thread. */
  void drag(double pixels) {
    robot.mouseMove(robot.getMouseX() + pixels, robot.getMouseY());
  }

  /** Lets go; on the FX thread. */
  void letGo() {
    robot.mouseRelease(MouseButton.PRIMARY);
  }
}
