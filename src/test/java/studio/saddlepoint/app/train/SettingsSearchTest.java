package studio.saddlepoint.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.recipe.Recipes;

@ExtendWith(ApplicationExtension.class)
class SettingsSearchTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private void openForm() throws Exception {
    openStudio();
    Platform.runLater(() -> model.draft(Recipes.embedded().get(0)));
    waitFor(() -> stage.getScene().getRoot().lookup("#form-search") != null);
  }

  /** All sections from top to bottom: as high as what they hold, and none over another. */
  private boolean sectionsFit() {
    double bottom = Double.NEGATIVE_INFINITY;
    for (Node node : sheets()) {
      Region sheet = (Region) node;
      if (Math.abs(sheet.getHeight() - sheet.prefHeight(sheet.getWidth())) > 1) {
        return false;
      }
      Bounds box = sheet.getParent().localToScene(sheet.getParent().getBoundsInLocal());
      if (box.getMinY() < bottom - 1) {
        return false;
      }
      bottom = box.getMaxY();
    }
    return true;
  }

  private List<Node> sheets() {
    return stage.getScene().getRoot().lookupAll(".field-grid").stream()
        .filter(node -> node.getParent().isVisible())
        .sorted((a, b) -> Double.compare(a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
        .toList();
  }

  @Test
  void headingsStandAboveTheirFieldsWhateverIsSearched(FxRobot robot) throws Exception {
    openForm();
    TextField search = find("#form-search", TextField.class);
    robot.clickOn(search);
    for (String words : List.of("rate", " of", "", "soft", "", "norm")) {
      robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).write(words);
      WaitForAsyncUtils.waitForFxEvents();
      waitSoon(words);
    }
    assertTrue(ask(search::isFocused));
  }

  /** Two pulses at most: nobody sees more than a frame of it. */
  private void waitSoon(String words) {
    for (int i = 0; i < 3; i++) {
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertTrue(ask(this::sectionsFit), "after \"" + words + "\"");
  }

  @Test
  void advancedSettingsComeBetweenOthersThatStayWhereTheyAre() throws Exception {
    openForm();
    List<Node> before = fields();
    AtomicInteger moved = new AtomicInteger();
    ask(
        () -> {
          before.forEach(each -> each.parentProperty().addListener(o -> moved.incrementAndGet()));
          return true;
        });
    press("#form-advanced");
    waitFor(() -> fieldsNow().size() > before.size());
    List<Node> all = fields();
    assertTrue(all.size() > before.size());
    assertEquals(before, all.stream().filter(before::contains).toList());
    waitFor(this::sectionsFit);
    press("#form-advanced");
    waitFor(() -> fieldsNow().size() <= before.size());
    assertEquals(before, fields());
    assertEquals(0, moved.get());
  }

  /** Names and editors, as the keyboard goes through them. */
  private List<Node> fields() {
    return ask(this::fieldsNow);
  }

  private List<Node> fieldsNow() {
    return sheets().stream().flatMap(each -> ((Pane) each).getChildren().stream()).toList();
  }

  @Test
  void anInvalidValueThatIsTakenBackLeavesNoGap(FxRobot robot) throws Exception {
    openForm();
    waitFor(this::sectionsFit);
    double before =
        ask(() -> sheets().stream().mapToDouble(s -> s.getBoundsInLocal().getHeight()).sum());
    TextField field = field("training.batchSize");
    ask(
        () -> {
          field.requestFocus();
          field.setText("-5");
          return true;
        });
    waitFor(
        () ->
            sheets().stream().mapToDouble(s -> s.getBoundsInLocal().getHeight()).sum()
                > before + 5);
    robot.push(KeyCode.ESCAPE);
    waitSoon("escape");
    assertEquals(
        before,
        ask(() -> sheets().stream().mapToDouble(s -> s.getBoundsInLocal().getHeight()).sum()),
        1);
  }
}
