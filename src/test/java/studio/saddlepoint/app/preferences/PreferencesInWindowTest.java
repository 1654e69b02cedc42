package studio.saddlepoint.app.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.Settings;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.app.Theme;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunFolder;

@ExtendWith(ApplicationExtension.class)
class PreferencesInWindowTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private boolean shown() {
    return find("#preferences", Node.class).isVisible();
  }

  private static boolean inCard(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if ("preferences".equals(at.getId())) {
        return true;
      }
    }
    return false;
  }

  private Font font(String query) {
    return ask(() -> find(query, Label.class).getFont());
  }

  private Settings restarted() {
    return new Settings(folder.resolve("settings"));
  }

  @Test
  void aKeyShowsTheCardAndEscapeGivesTheKeyboardBack(FxRobot robot) throws Exception {
    openStudio();
    Node before = find("#train-dcgan-strokes", Node.class);
    Platform.runLater(before::requestFocus);
    waitFor(before::isFocused);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    waitFor(this::shown);
    Node first = find("#preferences-theme-system", Node.class);
    waitFor(first::isFocused);
    robot.push(KeyCode.TAB);
    waitFor(() -> !first.isFocused() && inCard(stage.getScene().getFocusOwner()));
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> !shown());
    waitFor(before::isFocused);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    waitFor(this::shown);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    waitFor(() -> !shown());
    waitFor(before::isFocused);
    press("#preferences-open");
    waitFor(this::shown);
    press("#preferences-close");
    waitFor(() -> !shown());
    robot.push(KeyCode.F1);
    waitFor(() -> shows("Preferences") && shows("Ctrl+,"));
  }

  @Test
  void textsGrowAtOnceAndAreAsLargeAtTheNextStart() throws Exception {
    openStudio();
    double title = font(".recipe-card .label").getSize();
    double facts = font(".recipe-card .facts").getSize();
    press("#preferences-open");
    press("#preferences-text-largest");
    waitFor(() -> font(".recipe-card .facts").getSize() > facts);
    assertEquals(1.5 * facts, font(".recipe-card .facts").getSize(), 0.1);
    assertEquals(1.5 * title, font(".recipe-card .label").getSize(), 0.1);
    assertEquals(1.5 * 13, font("#preferences-runs-folder").getSize(), 0.1);
    assertEquals(TextSize.LARGEST, restarted().textSizeProperty().get());
    press("#preferences-text-usual");
    waitFor(() -> font(".recipe-card .facts").getSize() == facts);
    assertEquals(title, font(".recipe-card .label").getSize());
  }

  @Test
  void theQuickSwitchAndThePreferenceAgree() throws Exception {
    openStudio();
    press("#preferences-open");
    assertTrue(find("#preferences-theme-system", ToggleButton.class).isSelected());
    press("#theme-switch");
    waitFor(() -> find("#preferences-theme-dark", ToggleButton.class).isSelected());
    assertEquals(Theme.DARK, restarted().themeProperty().get());
    press("#preferences-theme-light");
    waitFor(() -> model.settings().themeProperty().get() == Theme.LIGHT);
    waitFor(
        () ->
            stage.getScene().getRoot().lookup(".studio").getStyleClass().stream()
                .anyMatch("light"::equals));
    assertEquals(ThemeChoice.LIGHT, restarted().theme().chosenProperty().get());
  }

  @Test
  void theLargestTextsFitASmallWindowAndScroll() throws Exception {
    openStudio();
    Platform.runLater(
        () -> {
          stage.setWidth(1100);
          stage.setHeight(700);
        });
    press("#preferences-open");
    press("#preferences-text-largest");
    Region card = find("#preferences", Region.class);
    waitFor(() -> font("#preferences-runs-folder").getSize() > 19);
    Platform.requestNextPulse();
    waitFor(() -> card.getHeight() > 300);
    Node scroll = ask(() -> card.lookup(".form-scroll"));
    assertTrue(
        ask(() -> scroll.getBoundsInParent().getMaxY() <= card.getHeight()), "nothing sticks out");
    Region area = find(".page-area", Region.class);
    assertTrue(ask(() -> card.getLayoutY() >= 16));
    assertTrue(ask(() -> card.getLayoutX() + card.getWidth() <= area.getWidth()));
    Region bar = find(".top-bar", Region.class);
    assertTrue(
        ask(
            () ->
                bar.lookupAll(".figure-value").stream()
                    .allMatch(
                        each ->
                            bar.sceneToLocal(each.localToScene(each.getLayoutBounds())).getMaxX()
                                <= bar.getWidth())),
        "all figures are in sight");
  }

  @Test
  void theFrameFitsASmallWindowWithTheLargestTextsWhileAnotherRunTrains() throws Exception {
    trainDcgan();
    RunFolder other = RunFolder.create(folder.resolve("runs"), Recipes.embedded().get(1));
    Platform.runLater(() -> model.open(other.path(), false));
    waitFor(() -> find(".training-chip", Node.class).isVisible());
    Platform.runLater(
        () -> {
          model.settings().textSizeProperty().set(TextSize.LARGEST);
          stage.setWidth(1100);
          stage.setHeight(700);
        });
    waitFor(() -> stage.getScene().getWidth() <= 1100);
    waitFor(() -> find("#log-toggle", Labeled.class).getFont().getSize() > 16);
    Platform.requestNextPulse();
    WaitForAsyncUtils.waitForFxEvents();
    for (String part :
        List.of(
            ".studio",
            ".rail",
            ".top-bar",
            ".status-bar",
            "#training-back",
            "#training-stop",
            "#log-toggle")) {
      Region region = find(part, Region.class);
      assertTrue(ask(() -> region.getWidth() >= 24 && inWindow(region)), part);
    }
  }

  private static boolean inWindow(Region region) {
    region.getScene().getRoot().layout();
    Bounds at = region.localToScene(region.getLayoutBounds());
    return at.getMinX() >= 0 && at.getMaxX() <= region.getScene().getWidth() + 0.5;
  }
}
