package studio.saddlepoint.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;

/** The menus of recipes and of the person's own data on the start page. */
@ExtendWith(ApplicationExtension.class)
class StartMenusTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  /** As systems ask for a menu at a right click; Monocle, the tests' own, does not. */
  private void choose(FxRobot robot, Node on, String item) throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> {
          Bounds at = on.localToScreen(on.getBoundsInLocal());
          on.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  10,
                  10,
                  at.getMinX() + 10,
                  at.getMinY() + 10,
                  false,
                  null));
        });
    waitFor(() -> robot.lookup(item).tryQuery().isPresent());
    robot.clickOn(item);
  }

  private Node tile() throws Exception {
    Path flowers = Files.createDirectories(folder.resolve("flowers"));
    BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 12; i++) {
      image.setRGB(i, i, 0xff8000);
      ImageIO.write(image, "png", flowers.resolve(i + ".png").toFile());
    }
    openStudio();
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> model.sources().add(flowers));
    return find("#start-data-flowers", Node.class);
  }

  @Test
  void aRecipesMenuAdjustsItOrCopiesItsCommand(FxRobot robot) throws Exception {
    openStudio();
    Node card = find(".recipe-card", Node.class);
    choose(robot, card, "#start-command");
    waitFor(() -> showsNow("Copied: saddlepoint train "));
    assertTrue(
        ask(() -> Clipboard.getSystemClipboard().getString()).startsWith("saddlepoint train "));
    choose(robot, card, "#start-adjust");
    waitFor(() -> model.pageProperty().get().equals("train"));
    assertTrue(ask(() -> model.draftProperty().get() != null));
  }

  @Test
  void theKeyboardOpensARecipesMenuWhereverItIsInTheCard(FxRobot robot) throws Exception {
    openStudio();
    Node train = find("#train-dcgan-strokes", Node.class);
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, train::requestFocus);
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    waitFor(() -> robot.lookup("#start-train").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> robot.lookup("#start-train").tryQuery().isEmpty());
  }

  @Test
  void onesOwnDataIsTrainedOnByItsMenu(FxRobot robot) throws Exception {
    choose(robot, tile(), "#data-train");
    waitFor(() -> showsNow("Train on flowers"));
    assertEquals("data", ask(() -> model.pageProperty().get()));
  }

  @Test
  void onesOwnDataIsForgottenAndTheKeyboardGoesToTheNext(FxRobot robot) throws Exception {
    Node tile = tile();
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, tile::requestFocus);
    choose(robot, tile, "#data-menu-forget");
    waitFor(() -> model.sources().all().isEmpty());
    waitFor(() -> "start-folder".equals(stage.getScene().getFocusOwner().getId()));
    assertTrue(Files.exists(folder.resolve("flowers/0.png")));
  }
}
