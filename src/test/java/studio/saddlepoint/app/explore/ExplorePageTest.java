package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

@ExtendWith(ApplicationExtension.class)
class ExplorePageTest {
  /** Only what hangs is ended by it. */
  private static final int AT_MOST_MILLIS = 120_000;

  @TempDir static Path folder;

  private StudioModel studio;
  private ExplorePage page;
  private Parent root;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    page = new ExplorePage(studio, new FakeWeights(List.of("zero", "one", "two")));
    root = (Parent) page.content();
    stage.setScene(new Scene(root, 1020, 600));
    stage.show();
    page.shown();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> {
          page.hidden();
          page.close();
          studio.close();
        });
  }

  @Test
  void withoutARunItSaysWhatToDo() {
    assertTrue(shows("Train something first"));
  }

  @Test
  void runWithoutWeightsSendsToTheTraining() throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    onFx(() -> studio.open(run));
    waitFor(() -> shows("This run has no weights yet"));
  }

  @Test
  void everyControlDoesWhatItSays() throws Exception {
    openRun();
    ExploreState first = state();

    onFx(() -> find("#place", Slider.class).setValue(0.5));
    assertEquals(0.5, state().place());
    press("#resample-a");
    press("#resample-b");
    assertTrue(!state().a().equals(first.a()) && !state().b().equals(first.b()));
    press("#lock-a");
    press("#lock-b");
    ExploreState locked = state();
    press("#resample-both");
    assertEquals(locked.a(), state().a());
    press("#lock-a");
    press("#lock-b");
    press("#explore-way-lerp");
    press("#swap");
    assertEquals("lerp", state().way().id());
    assertEquals(locked.b(), state().a());

    onFx(() -> find("#truncation", Slider.class).setValue(0.5));
    assertEquals(0.5, state().threshold());
    onFx(() -> find("#strength", Slider.class).setValue(0.8));
    press("#shuffle-variations");
    assertEquals(0.8, state().strength());
    onFx(() -> find("#class", ComboBox.class).getSelectionModel().select(2));
    assertEquals(2, state().label());
    press("#variation-4");
    assertTrue(state().a().toString().startsWith("vary("));

    press("#copy-code");
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(
            AT_MOST_MILLIS, () -> Clipboard.getSystemClipboard().getString());
    assertEquals(state().current().toString(), copied);
    press("#snapshot-older");
    press("#snapshot-raw");
    press("#smooth");
    show(CanvasKind.SAMPLES);
    show(CanvasKind.PICTURE);
  }

  @Test
  void aCheckpointIsKeptAndReleasedWhereItIsChosen() throws Exception {
    openRun();
    press("#snapshot-older");
    assertEquals("Step 1,000", chosen());
    press("#snapshot-keep");
    waitFor(() -> "Step 1,000  ·  kept".equals(chosen()));
    waitFor(() -> !find("#snapshot-keep", ToggleButton.class).isDisabled());
    assertTrue(find("#snapshot-keep", ToggleButton.class).isSelected());
    press("#snapshot-newer");
    assertFalse(find("#snapshot-keep", ToggleButton.class).isSelected());
    press("#snapshot-older");
    press("#snapshot-keep");
    waitFor(() -> "Step 1,000".equals(chosen()));
  }

  private String chosen() {
    return WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> ((SnapshotChoice) find("#snapshot", ComboBox.class).getValue()).title());
  }

  @Test
  void seedsCanBeTypedAndMistakesAreMarked() throws Exception {
    openRun();
    type("#seed-a", "slerp(42,7,0.3)");
    assertEquals("slerp(42,7,0.3)", state().a().toString());
    TextField field = find("#seed-a", TextField.class);
    assertEquals(Messages.text("explore.seed.between"), field.getText());
    assertTrue(field.getTooltip().getText().startsWith("slerp(42,7,0.3)"));
    type("#seed-a", "cat");
    assertTrue(field.getTooltip().getText().contains("\"cat\" is no latent code"));
    assertEquals("slerp(42,7,0.3)", state().a().toString());
  }

  @Test
  void controlsHaveNamesAndNoWordsAreCutOff() throws Exception {
    openRun();
    WaitForAsyncUtils.waitForFxEvents();
    onFx(this::checkNamesAndWidths);
  }

  private void checkNamesAndWidths() {
    for (Node node : root.lookupAll("*")) {
      if (node instanceof Labeled labeled
          && node.isVisible()
          && labeled.getText() != null
          && !labeled.getText().isEmpty()
          && !labeled.isWrapText()) {
        assertTrue(
            labeled.getWidth() >= Math.floor(labeled.prefWidth(-1)),
            () -> "cut off: " + labeled.getText());
      }
      if (node instanceof Control control
          && !(node instanceof ScrollBar)
          && control.isFocusTraversable()
          && !(control instanceof javafx.scene.control.ScrollPane)) {
        boolean words = control instanceof Labeled labeled && labeled.getText() != null;
        assertTrue(words || control.getAccessibleText() != null, () -> "no name: " + control);
      }
    }
  }

  private void openRun() throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    for (long step : new long[] {500, 1000, 1500}) {
      run.saveCheckpoint(new Checkpoint(step, step, Recipe.defaults(), Map.of(), Map.of()));
    }
    onFx(() -> studio.open(run));
    waitFor(() -> root.lookup("#place") != null && root.lookup("#truncation") != null);
    waitFor(() -> !find("#copy-code", ButtonBase.class).isDisabled());
    waitFor(() -> page.model().drawnProperty(Part.VARIATIONS).get() != null);
  }

  private ExploreState state() {
    return WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, () -> page.model().state());
  }

  private void type(String query, String text) {
    onFx(
        () -> {
          TextField field = find(query, TextField.class);
          field.setText(text);
          field.getOnAction().handle(null);
        });
  }

  private void show(CanvasKind kind) {
    onFx(() -> find("#explore-view", CanvasChoice.class).setValue(kind));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void press(String query) {
    onFx(() -> find(query, ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  private static void waitFor(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        AT_MOST_MILLIS,
        TimeUnit.MILLISECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, condition));
  }

  private <N extends Node> N find(String query, Class<N> type) {
    Node found = ask(() -> root.lookup(query));
    assertNotNull(found, query);
    return type.cast(found);
  }

  private boolean shows(String text) {
    return ask(
        () ->
            root.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && text.equals(label.getText())));
  }

  /** Looks on the FX thread, for the page may change meanwhile. */
  private static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, question);
  }
}
