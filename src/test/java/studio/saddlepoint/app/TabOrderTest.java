package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TabOrderTest extends StudioFixture {
  private static final List<String> PARTS = List.of("rail", "top-bar", "page-area", "status-bar");

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private Node owner() {
    return ask(() -> stage.getScene().getFocusOwner());
  }

  private static Node inside(Node node, String style) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(style)) {
        return at;
      }
    }
    return null;
  }

  private static String part(Node node) {
    return PARTS.stream().filter(each -> inside(node, each) != null).findFirst().orElse("?");
  }

  private void focus(Node node) throws Exception {
    Platform.runLater(node::requestFocus);
    waitFor(node::isFocused);
  }

  @Test
  void theTabKeyGoesThroughTheFrameThenThePageThenTheStatusBar(FxRobot robot) throws Exception {
    trainDcgan();
    Node first = find("#rail-train", Node.class);
    focus(first);
    List<String> parts = new ArrayList<>(List.of("rail"));
    for (int i = 0; i < 200; i++) {
      robot.push(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
      Node now = owner();
      if (now == first) {
        break;
      }
      if (!part(now).equals(parts.get(parts.size() - 1))) {
        parts.add(part(now));
      }
    }
    assertEquals(PARTS, parts);
  }

  /** The tab key follows the order in which a pane's parts were added. */
  @Test
  void partsOfEveryPageFollowEachOtherAsTheyAreSeen() throws Exception {
    trainDcgan();
    for (String page : List.of("start", "train", "explore", "evaluate", "compare", "data", "lab")) {
      Platform.runLater(() -> model.pageProperty().set(page));
      waitFor(() -> model.pageProperty().get().equals(page));
      inOrder();
    }
    press("#data-source-Strokes");
    waitFor(() -> stage.getScene().getRoot().lookup("#data-view-check") != null);
    inOrder();
    press("#data-view-check");
    inOrder();
    press("#data-view-look");
    inOrder();
  }

  private void inOrder() {
    WaitForAsyncUtils.waitForFxEvents();
    ask(
        () -> {
          stage.getScene().getRoot().lookupAll("*").stream()
              .filter(BorderPane.class::isInstance)
              .map(BorderPane.class::cast)
              .forEach(
                  pane ->
                      assertEquals(
                          Stream.of(
                                  pane.getTop(),
                                  pane.getLeft(),
                                  pane.getCenter(),
                                  pane.getRight(),
                                  pane.getBottom())
                              .filter(Objects::nonNull)
                              .toList(),
                          pane.getChildren(),
                          pane.toString()));
          return true;
        });
  }

  /** Whoever starts a training by a key pauses it by the space bar. */
  @Test
  void theKeyboardGoesFromPageToPage(FxRobot robot) throws Exception {
    openStudio();
    focus(find("#train-dcgan-strokes", Node.class));
    press("#train-dcgan-strokes");
    waitFor(() -> run() != null && run().history().sheets().size() >= 2);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("page-area", part(owner()));
    robot.push(KeyCode.SPACE);
    waitFor(() -> training.get().status().state() == Training.State.PAUSED);
    robot.push(KeyCode.TAB);
    assertEquals("page-area", part(owner()));
    focus(find("#rail-train", Node.class));
    Platform.runLater(() -> model.pageProperty().set("data"));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("rail", part(owner()), "it stays outside of the page");
  }

  /** Up and down over the recipes: whatever has the keyboard, its card is seen as a whole. */
  @Test
  void aCardOfWhatHasTheKeyboardIsSeenAsAWhole(FxRobot robot) throws Exception {
    openStudio();
    ScrollPane scroll = find(".page-scroll", ScrollPane.class);
    focus(find("#find-method", Node.class));
    int seen = 0;
    for (KeyCode[] keys :
        List.of(new KeyCode[] {KeyCode.TAB}, new KeyCode[] {KeyCode.SHIFT, KeyCode.TAB})) {
      for (int i = 0; i < 30; i++) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
        Node card = inside(owner(), "recipe-card");
        if (card != null) {
          seen++;
          assertTrue(ask(() -> contains(scroll, card)), "step " + i + " " + owner().getId());
        }
      }
    }
    assertTrue(seen > 30);
  }

  private static boolean contains(ScrollPane scroll, Node card) {
    Bounds view = scroll.localToScene(scroll.getLayoutBounds());
    Bounds bounds = card.localToScene(card.getLayoutBounds());
    return bounds.getMinY() >= view.getMinY() - 1 && bounds.getMaxY() <= view.getMaxY() + 1;
  }
}
