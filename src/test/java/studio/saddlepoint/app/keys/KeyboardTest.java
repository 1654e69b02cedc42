package studio.saddlepoint.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.app.Training;

@ExtendWith(ApplicationExtension.class)
class KeyboardTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private boolean listed() {
    return find(".keys-card", Node.class).isVisible();
  }

  private void focus(Node node) throws Exception {
    Platform.runLater(node::requestFocus);
    waitFor(node::isFocused);
  }

  private Training.State state() {
    return run().statusProperty().get().state();
  }

  @Test
  void pagesAreReachedByTheirNumbersFromEverywhere(FxRobot robot) throws Exception {
    trainDcgan();
    focus(find("#form-search", TextField.class));
    List<KeyCode> digits =
        List.of(
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT1,
            KeyCode.DIGIT0);
    List<String> pages = List.of("explore", "evaluate", "compare", "data", "train", "start");
    for (int i = 0; i < digits.size(); i++) {
      robot.push(KeyCode.CONTROL, digits.get(i));
      String page = pages.get(i);
      waitFor(() -> model.pageProperty().get().equals(page));
    }
  }

  @Test
  void f1AndTheQuestionMarkListTheKeysAndEscapeGoesBack(FxRobot robot) throws Exception {
    trainDcgan();
    Node chart = find("#chart-loss .chart-view", Node.class);
    focus(chart);
    robot.push(KeyCode.F1);
    waitFor(this::listed);
    robot.push(KeyCode.ESCAPE);
    waitFor(() -> !listed());
    waitFor(chart::isFocused);
    robot.write("?");
    waitFor(this::listed);
    robot.push(KeyCode.F1);
    waitFor(() -> !listed());
    TextField search = find("#form-search", TextField.class);
    focus(search);
    robot.write("?");
    waitFor(() -> search.getText().equals("?"));
    assertFalse(ask(this::listed));
  }

  @Test
  void theListShowsEveryKeyOfTheTableThatDoesSomething() throws Exception {
    openStudio();
    press("#keys-open");
    waitFor(this::listed);
    Set<String> caps =
        ask(
            () ->
                stage.getScene().getRoot().lookupAll(".keys-card .key-cap").stream()
                    .map(cap -> ((Label) cap).getText())
                    .collect(Collectors.toSet()));
    Set<String> expected = new HashSet<>();
    Arrays.stream(Shortcut.values())
        .filter(each -> each.group() != Shortcut.Group.PAGES)
        .forEach(each -> expected.addAll(each.caps()));
    expected.addAll(List.of("Ctrl+0", "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"));
    assertEquals(expected, caps);
    assertTrue(expected.containsAll(List.of("F1", "?", "F11", "Ctrl+Z", "Ctrl+F", "Space")));
  }

  @Test
  void buttonsTellTheirKeys() throws Exception {
    trainDcgan();
    Map<String, String> keys =
        Map.of(
            "#rail-train", "Ctrl+1",
            "#rail-data", "Ctrl+5",
            "#go-home", "Ctrl+0",
            "#run-pause", "Space",
            "#form-search", "Ctrl+F",
            "#undo", "Ctrl+Z",
            "#redo", Shortcut.REDO.caps().get(0),
            "#keys-open", "F1");
    keys.forEach(
        (query, key) -> {
          String tip = ask(() -> find(query, Control.class).getTooltip().getText());
          assertTrue(tip.contains("(" + key + ")"), query + ": " + tip);
        });
  }

  @Test
  void spacePausesAndResumesUnlessAControlTakesIt(FxRobot robot) throws Exception {
    trainDcgan();
    focus(find("#chart-loss .chart-view", Node.class));
    robot.push(KeyCode.SPACE);
    waitFor(() -> state() == Training.State.PAUSED);
    assertTrue(
        ask(() -> find("#run-start", Control.class).getTooltip().getText()).contains("(Space)"));
    robot.push(KeyCode.SPACE);
    waitFor(() -> state() == Training.State.RUNNING);
    focus(find("#log-toggle", Node.class));
    robot.push(KeyCode.SPACE);
    waitFor(() -> find(".log-drawer", Node.class).isVisible());
    TextField search = find("#form-search", TextField.class);
    focus(search);
    robot.push(KeyCode.SPACE);
    waitFor(() -> search.getText().equals(" "));
    assertEquals(Training.State.RUNNING, ask(this::state));
  }

  @Test
  void searchIsFoundFromEveryPage(FxRobot robot) throws Exception {
    openStudio();
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitFor(() -> find("#find-method", Node.class).isFocused());
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    waitFor(() -> model.pageProperty().get().equals("data"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitFor(() -> find("#find-method", Node.class).isFocused());
    press("#train-dcgan-strokes");
    waitFor(() -> run() != null);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
    waitFor(() -> model.pageProperty().get().equals("data"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitFor(() -> find("#form-search", Node.class).isFocused());
  }

  @Test
  void f11FillsTheScreenAndComesBack(FxRobot robot) throws Exception {
    openStudio();
    robot.push(KeyCode.F11);
    waitFor(stage::isFullScreen);
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(ask(stage::isFullScreen));
    robot.push(KeyCode.F11);
    waitFor(() -> !stage.isFullScreen());
  }
}
