package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.core.English;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.list.RunList;

@ExtendWith(ApplicationExtension.class)
class StudioWindowTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  @Test
  void aBrokenEngineIsToldAndCanBeTriedAgainThenTheRecipesAreThere() throws Exception {
    openStudio();
    assertTrue(shows(Recipes.embedded().get(0).summary()));
    assertTrue(shows(Messages.text("start.empty")));
  }

  @Test
  void oneClickTrainsAndChartsAndSheetsAreLive(FxRobot robot) throws Exception {
    trainDcgan();
    assertEquals("train", model.pageProperty().get());
    waitFor(() -> find("#sheet-scrubber", Slider.class).getMax() >= 1);
    assertTrue(find("#run-start", Button.class).isDisable());
    press("#run-pause");
    waitFor(() -> run().statusProperty().get().state() == Training.State.PAUSED);
    long step = run().statusProperty().get().step();
    press("#run-step");
    waitFor(() -> run().history().lastStep() == step + 1);
    press("#run-stop");
    waitFor(() -> run().statusProperty().get().state() == Training.State.STOPPED);
    assertFalse(find("#run-start", Button.class).isDisable());
    long made = run().statusProperty().get().step();
    waitFor(
        () ->
            showsNow(
                English.of(
                    "step %s of 10,000  ·  %s G moves  ·  %s images",
                    Texts.count(made), Texts.count(made), English.brief(64 * made))));
  }

  @Test
  void badValuesAreToldBesideTheirFieldAndGoodLiveOnesMarkTheCharts(FxRobot robot)
      throws Exception {
    trainDcgan();
    TextField rate = robot.lookup("#form-search").queryAs(TextField.class);
    robot.clickOn(rate).write("generator.optimizer.learningRate");
    WaitForAsyncUtils.waitForFxEvents();
    TextField field = field("generator.optimizer.learningRate");
    robot.doubleClickOn(field).push(KeyCode.CONTROL, KeyCode.A).write("-1").push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(shows("It must be between 0 and"));
    assertTrue(run().history().marks().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.A).write("0.0007").push(KeyCode.ENTER);
    waitFor(() -> run().history().marks().size() == 1);
    assertEquals("7e-4", run().history().marks().get(0).after());
    assertEquals(0.0007, run().recipe().generator().optimizer().learningRate());
  }

  @Test
  void theStartPageTellsThatATrainingIsPaused() throws Exception {
    trainDcgan();
    press("#go-home");
    waitFor(() -> shows("training now"));
    press("#run-pause");
    waitFor(() -> shows("·  paused") && !shows("training now"));
    press("#run-stop");
    waitFor(() -> !shows("·  paused") && !shows("training now"));
  }

  @Test
  void aDraftSpeaksOfTheRecipeAndARunOfANewRun() throws Exception {
    openStudio();
    Platform.runLater(() -> model.draft(Recipes.embedded().get(0)));
    waitFor(() -> stage.getScene().getRoot().lookup("#form-changed") != null);
    Label changed = find("#form-changed", Label.class);
    assertEquals(Messages.text("form.edits.draft", 0), changed.getText());
    assertEquals(Messages.text("form.start.draft"), find("#form-start", Button.class).getText());
    Platform.runLater(() -> model.train(Recipes.embedded().get(0)));
    waitFor(() -> run() != null);
    assertEquals(Messages.text("form.edits", 0), changed.getText());
    assertEquals(Messages.text("form.start"), find("#form-start", Button.class).getText());
  }

  private boolean reads(String step) {
    return find("#chart-loss .mark-note", Label.class).getText().equals(step);
  }

  private static void key(Node node, KeyCode code) {
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS, () -> node.fireEvent(PageRobot.event(KeyEvent.KEY_PRESSED, code)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void arrowsReadAChartAndPlusAndMinusZoomIt() throws Exception {
    trainDcgan();
    waitFor(() -> run().history().lastStep() >= 40);
    press("#run-pause");
    waitFor(() -> run().statusProperty().get().state() == Training.State.PAUSED);
    Node chart = find("#chart-loss .chart-view", Node.class);
    waitFor(chart::isVisible);
    key(chart, KeyCode.HOME);
    waitFor(() -> reads("Step 0"));
    key(chart, KeyCode.RIGHT);
    // A hundredth of the steps in view, whose number depends on when it was paused.
    waitFor(() -> !reads("Step 0") && !reads(""));
    key(chart, KeyCode.LEFT);
    waitFor(() -> reads("Step 0"));
    assertTrue(find("#zoom-reset", Button.class).isDisabled());
    key(chart, KeyCode.PLUS);
    waitFor(() -> !find("#zoom-reset", Button.class).isDisabled());
    key(chart, KeyCode.MINUS);
    key(chart, KeyCode.MINUS);
    waitFor(() -> find("#zoom-reset", Button.class).isDisabled());
  }

  private void showFinding() throws TimeoutException {
    trainDcgan();
    press("#run-pause");
    Event.Found found =
        new Event.Found(Instant.now(), 1, "k", "warning", "Too sure.", "0.9", "b", "c");
    ask(
        () -> {
          run().history().add(List.of(found));
          return true;
        });
    waitFor(() -> !find("#findings", ButtonBase.class).isDisabled());
    press("#findings");
    waitFor(() -> findingsShown());
  }

  private boolean findingsShown() {
    return find(".findings", Node.class).isVisible();
  }

  private void focus(Node node) throws TimeoutException {
    Platform.runLater(node::requestFocus);
    waitFor(node::isFocused);
  }

  @Test
  void findingsCloseByEscapeWhereverTheKeyboardIs() throws Exception {
    showFinding();
    Node chart = find("#chart-loss .chart-view", Node.class);
    focus(chart);
    key(chart, KeyCode.ESCAPE);
    waitFor(() -> !findingsShown());
    assertTrue(chart.isFocused());

    press("#findings");
    waitFor(this::findingsShown);
    Node close = find(".findings .button", Node.class);
    focus(close);
    key(close, KeyCode.ESCAPE);
    waitFor(() -> !findingsShown());
    waitFor(chart::isFocused);
  }

  @Test
  void findingsGoWithTheirPage() throws Exception {
    showFinding();
    Platform.runLater(() -> model.pageProperty().set("data"));
    waitFor(() -> !findingsShown());
    Platform.runLater(() -> model.pageProperty().set("train"));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(findingsShown());
  }

  @Test
  void escapeClosesTheNewestNoticeThenTheLog() throws Exception {
    trainDcgan();
    press("#log-toggle");
    Node list = find(".log-list", Node.class);
    focus(find("#log-toggle", Node.class));
    focus(list);
    Platform.runLater(() -> model.tell(Notice.problem("The first.")));
    Platform.runLater(() -> model.tell(Notice.problem("The second.")));
    waitFor(() -> shows("The second."));
    Node toggle = find("#log-toggle", Node.class);
    focus(toggle);
    key(toggle, KeyCode.ESCAPE);
    waitFor(() -> shows("The first.") && !shows("The second."));
    key(toggle, KeyCode.ESCAPE);
    waitFor(() -> !shows("The first."));
    assertTrue(find(".log-drawer", Node.class).isVisible());
    focus(list);
    key(list, KeyCode.ESCAPE);
    waitFor(() -> !find(".log-drawer", Node.class).isVisible());
    waitFor(toggle::isFocused);
  }

  @Test
  void theKeyboardGoesBackWhereItWasHoweverTheLogIsClosed() throws Exception {
    trainDcgan();
    Node chart = find("#chart-loss .chart-view", Node.class);
    focus(chart);
    press("#log-toggle");
    focus(find(".log-list", Node.class));
    press("#log-toggle");
    waitFor(() -> !find(".log-drawer", Node.class).isVisible());
    waitFor(chart::isFocused);
  }

  @Test
  void theLogTellsTheStoryOfATraining() throws Exception {
    trainDcgan();
    press("#run-pause");
    waitFor(() -> run().statusProperty().get().state() == Training.State.PAUSED);
    press("#run-stop");
    waitFor(() -> run().statusProperty().get().state() == Training.State.STOPPED);
    press("#log-toggle");
    String title = Recipes.embedded().get(0).title();
    waitFor(() -> logged("“" + title + "”, step 0: " + Messages.text("story.begun", "CPU")));
    waitFor(() -> logged(Messages.text("story.paused")));
    waitFor(() -> logged(Messages.text("story.ended", "stopped")));
  }

  private boolean logged(String text) {
    return stage.getScene().getRoot().lookupAll(".list-cell").stream()
        .anyMatch(cell -> String.valueOf(((Labeled) cell).getText()).contains(text));
  }

  @Test
  void whateverTheKeyboardReachesHasAName() throws Exception {
    trainDcgan();
    List<String> nameless = new ArrayList<>();
    for (String page : List.of("start", "train", "explore", "data")) {
      Platform.runLater(() -> model.pageProperty().set(page));
      WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
      WaitForAsyncUtils.waitForFxEvents();
      WaitForAsyncUtils.waitForAsyncFx(
          AT_MOST_MILLIS,
          () ->
              stage.getScene().getRoot().lookupAll("*").stream()
                  .filter(StudioWindowTest::reachable)
                  .filter(node -> !named(node))
                  .forEach(node -> nameless.add(page + ": " + node)));
    }
    assertEquals(List.of(), nameless);
  }

  private static boolean reachable(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.isFocusTraversable();
  }

  /** By its own text, a text for screen readers, or a label that is for it. */
  private boolean named(Node node) {
    String told = node.getAccessibleText();
    boolean own = node instanceof Labeled labeled && !String.valueOf(labeled.getText()).isBlank();
    return own
        || told != null && !told.isBlank()
        || stage.getScene().getRoot().lookupAll(".label").stream()
            .filter(Label.class::isInstance)
            .anyMatch(label -> ((Label) label).getLabelFor() == node);
  }

  @Test
  void theWindowOpensAtItsOwnSize() throws Exception {
    openStudio();
    assertEquals(1440, stage.getScene().getWidth(), 0.5);
    assertEquals(900, stage.getScene().getHeight(), 0.5);
  }

  @Test
  void theThemeSwitchesAndIsRemembered() throws Exception {
    openStudio();
    press("#theme-switch");
    waitFor(() -> stage.getScene().getRoot().lookup(".dark") != null);
    assertEquals(Theme.DARK, new Settings(folder.resolve("settings")).themeProperty().get());
  }

  @Test
  void closingWhileTrainingStopsItCleanlyAndTheRunIsListed() throws Exception {
    trainDcgan();
    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    waitFor(() -> !stage.isShowing());
    assertEquals(Training.State.STOPPED, training.get().status().state());
    assertEquals(1, RunList.of(folder.resolve("runs")).size());
  }

  @Test
  void aTrainingThatIsRefusedLeavesItsRecipeInTheForm() throws Exception {
    openStudio();
    refusing.set(true);
    press("#train-dcgan-strokes");
    waitFor(() -> shows("The data set is not there"));
    waitFor(() -> model.draftProperty().get() != null);
    assertNull(run());
    assertEquals("dcgan-strokes", model.draftProperty().get().name());
    assertEquals(Messages.text("form.start.draft"), find("#form-start", Button.class).getText());
    assertEquals(List.of(), RunList.of(folder.resolve("runs")));
  }

  @Test
  void aTrainingThatFailsIsToldAndTheWindowLives() throws Exception {
    trainDcgan();
    training.get().failAt(1);
    waitFor(() -> shows("The run's folder is gone"));
    press("#go-home");
    waitFor(() -> shows(Messages.text("start.title")));
  }
}
