package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whoever works by keys sees where the keyboard is, wherever it went and however. */
@ExtendWith(ApplicationExtension.class)
class KeyboardSeenTest extends StudioFixture {
  private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");
  private static final double AROUND = 8;
  private static final int MOST_KEYS = 90;

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private Node owner() {
    return ask(() -> stage.getScene().getFocusOwner());
  }

  private int[] picture(Bounds place) {
    return ask(
        () -> {
          SnapshotParameters part = new SnapshotParameters();
          part.setViewport(
              new Rectangle2D(
                  Math.max(0, place.getMinX() - AROUND),
                  Math.max(0, place.getMinY() - AROUND),
                  place.getWidth() + 2 * AROUND,
                  place.getHeight() + 2 * AROUND));
          WritableImage image = stage.getScene().getRoot().snapshot(part, null);
          int width = (int) image.getWidth();
          int height = (int) image.getHeight();
          int[] pixels = new int[width * height];
          image
              .getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
          return pixels;
        });
  }

  private static String name(Node node) {
    return node.getTypeSelector() + "#" + node.getId() + "." + node.getStyleClass();
  }

  /** Goes on by the tab key until it comes round; what looks the same with and without it. */
  private List<String> unseen(FxRobot robot) {
    List<String> unseen = new ArrayList<>();
    Set<Node> been = new HashSet<>();
    robot.push(KeyCode.TAB);
    for (int i = 0; i < MOST_KEYS; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      Node here = owner();
      if (!been.add(here)) {
        break;
      }
      Bounds place = ask(() -> here.localToScene(here.getBoundsInLocal()));
      int[] with = picture(place);
      robot.push(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
      if (Arrays.equals(with, picture(place))) {
        unseen.add(name(here));
      }
    }
    assertTrue(been.size() > 10, () -> "only " + been.size());
    return unseen;
  }

  @Test
  void theTabKeyIsSeenOnEveryPage(FxRobot robot) throws Exception {
    trainDcgan();
    Platform.runLater(() -> run().pause());
    waitFor(() -> run().statusProperty().get().state() == Training.State.PAUSED);
    List<String> unseen = new ArrayList<>();
    for (String page : List.of("start", "train", "explore", "evaluate", "data")) {
      Platform.runLater(() -> model.pageProperty().set(page));
      waitFor(() -> model.pageProperty().get().equals(page));
      if (page.equals("data")) {
        press("#data-source-Strokes");
        waitFor(() -> stage.getScene().getRoot().lookup("#data-view-check") != null);
      }
      unseen(robot).forEach(each -> unseen.add(page + ": " + each));
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  void itIsSeenWhereItIsGivenBackByAKeyAndNotWhereAMousePressed(FxRobot robot) throws Exception {
    openStudio();
    Node train = find("#train-dcgan-strokes", Node.class);
    Platform.runLater(train::requestFocus);
    waitFor(train::isFocused);
    assertFalse(ask(() -> train.getPseudoClassStates().contains(BY_KEYS)));
    robot.push(KeyCode.F1);
    waitFor(() -> !train.isFocused());
    robot.push(KeyCode.ESCAPE);
    waitFor(train::isFocused);
    assertTrue(ask(() -> train.getPseudoClassStates().contains(BY_KEYS)));
    robot.clickOn("#find-method");
    waitFor(() -> !train.isFocused());
    assertFalse(ask(() -> train.getPseudoClassStates().contains(BY_KEYS)));
    assertFalse(ask(() -> owner().getPseudoClassStates().contains(BY_KEYS)));
  }
}
