package studio.saddlepoint.app.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.LatentPoint;

@ExtendWith(ApplicationExtension.class)
class LookCardTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private LookCard card() {
    return find(".look", LookCard.class);
  }

  private boolean isShown() {
    return ask(() -> card().isVisible());
  }

  private String caption() {
    return find("#look-caption", Label.class).getText();
  }

  private Picture seen() {
    return ask(() -> ((PictureView) card().lookup(".picture-view")).picture());
  }

  /** A sheet that stands still, with the keyboard on it. */
  private void sheet() throws Exception {
    trainDcgan();
    press("#run-pause");
    waitFor(
        () ->
            !find("#run-start", ButtonBase.class).isDisabled()
                && find(".sheet-view", Node.class).isFocusTraversable());
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS, () -> find(".sheet-view", Node.class).requestFocus());
  }

  @Test
  void enterLooksAtASampleArrowsGoOnAndEscapeGivesTheKeyboardBack(FxRobot robot) throws Exception {
    sheet();
    robot.push(KeyCode.ENTER);
    waitFor(this::isShown);
    assertTrue(caption().startsWith("Sample 1  ·  step "), caption());
    assertEquals(32, seen().width());
    Picture first = seen();
    robot.push(KeyCode.RIGHT);
    assertTrue(caption().startsWith("Sample 2  ·"), caption());
    assertTrue(first != seen());
    robot.push(KeyCode.END);
    assertTrue(caption().startsWith("Sample 64  ·"), caption());
    assertTrue(find("#look-after", ButtonBase.class).isDisabled());
    robot.push(KeyCode.RIGHT).push(KeyCode.LEFT);
    assertTrue(caption().startsWith("Sample 63  ·"), caption());
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> !isShown());
    assertEquals(find(".sheet-view", Node.class), ask(() -> stage.getScene().getFocusOwner()));
  }

  @Test
  void whoGoesToAnotherPageSeesThatPage(FxRobot robot) throws Exception {
    sheet();
    robot.push(KeyCode.ENTER);
    waitFor(this::isShown);
    robot.clickOn("#rail-data");
    waitFor(() -> model.pageProperty().get().equals("data"));
    assertFalse(isShown());
    assertTrue(ask(() -> find(".data-sources", Node.class).isVisible()));
  }

  @Test
  void aClickLooksAtTheSampleBelowIt(FxRobot robot) throws Exception {
    sheet();
    robot.clickOn(".sheet-view");
    waitFor(this::isShown);
    // The middle of 8 x 8 is the corner of four.
    assertTrue(caption().matches("Sample (28|29|36|37)  ·.*"), caption());
    robot.clickOn("#look-before");
    assertTrue(caption().matches("Sample (27|28|35|36)  ·.*"), caption());
  }

  @Test
  void everyPixelIsASquareOfAWholeSize(FxRobot robot) throws Exception {
    sheet();
    robot.push(KeyCode.ENTER);
    waitFor(this::isShown);
    int fitting = factor();
    assertTrue(fitting > 8, fitting + "");
    robot.clickOn("#look-larger");
    assertEquals(fitting + 1, factor());
    robot.push(KeyCode.MINUS).push(KeyCode.MINUS);
    assertEquals(fitting - 1, factor());
    assertEquals(
        32.0 * (fitting - 1), ask(() -> ((PictureView) card().lookup(".picture-view")).getWidth()));
    robot.push(KeyCode.RIGHT);
    assertEquals(fitting - 1, factor(), "the next one is as large");
    robot.push(KeyCode.DIGIT0);
    assertEquals(fitting, factor());
  }

  private int factor() {
    WaitForAsyncUtils.waitForFxEvents();
    return Integer.parseInt(find("#look-factor", Label.class).getText().replaceAll("\\D", ""));
  }

  @Test
  void thePictureIsCopiedAndSavedPixelForPixel(FxRobot robot) throws Exception {
    sheet();
    robot.push(KeyCode.ENTER);
    waitFor(this::isShown);
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    waitFor(() -> showsNow("The picture is in the clipboard."));
    Image copied = ask(() -> Clipboard.getSystemClipboard().getImage());
    assertEquals(32, copied.getWidth());
    assertEquals(seen().argb()[5], copied.getPixelReader().getArgb(5, 0));
    Path file = folder.resolve("saved.png");
    Look look = new Look(seen(), "", "a", Map.of("step", "20"));
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> card().write(look, file));
    waitFor(() -> showsNow("Saved " + file));
    assertEquals(32, Pngs.decode(Files.readAllBytes(file)).getWidth());
  }

  @Test
  void aSampleOpensInTheExplorerAtItsCode(FxRobot robot) throws Exception {
    sheet();
    robot.push(KeyCode.ENTER);
    waitFor(this::isShown);
    robot.push(KeyCode.RIGHT);
    robot.clickOn("#look-lead");
    waitFor(() -> model.pageProperty().get().equals("explore"));
    assertTrue(!isShown());
    assertEquals(
        new LatentPoint.Sheet(run().recipe().seed(), 1),
        ask(() -> model.toExploreProperty().get().point()));
  }

  @Test
  void everyButtonHasAnAccessibleNameAndATooltip(FxRobot robot) throws Exception {
    sheet();
    robot.push(KeyCode.ENTER);
    waitFor(this::isShown);
    for (Node each : ask(() -> card().lookupAll(".button"))) {
      Control button = (Control) each;
      String name = button.getId() + ": " + button.getAccessibleText();
      assertTrue(button.getTooltip() != null, name);
      assertTrue(
          button.getAccessibleText() != null || !((ButtonBase) button).getText().isEmpty(), name);
    }
    robot.push(KeyCode.SPACE);
    waitFor(() -> !isShown());
    assertNull(seen());
  }
}
