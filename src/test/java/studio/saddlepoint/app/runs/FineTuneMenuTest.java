package studio.saddlepoint.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.HostTensor;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** Fine-tuning from the menu of a run. */
@ExtendWith(ApplicationExtension.class)
class FineTuneMenuTest extends StudioFixture {
  private RunFolder source;

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private void oneRun(long... steps) throws Exception {
    Recipe recipe = Recipes.embedded().get(0);
    source = RunFolder.create(folder.resolve("runs"), recipe);
    for (long step : steps) {
      source.saveCheckpoint(
          new Checkpoint(
              step,
              step * 64,
              recipe,
              Map.of(
                  "generator.a", HostTensor.of(new float[] {step}, 1),
                  "generator.optimizer.first0", HostTensor.of(new float[] {1}, 1)),
              Map.of("channels", "1")));
    }
    new RunAbout("My digits", "").save(source.path());
    openStudio();
    waitFor(
        () ->
            stage.getScene().getRoot().lookup(".run-row") != null
                && model.tasks().running().isEmpty());
  }

  private void fineTune() {
    Platform.runLater(() -> new RunActions(model).fineTune(RunSubject.of(model.runs().get(0))));
  }

  /** The text field of a setting, with something typed into it. */
  private void type(String key, String text) {
    TextField field = field(key);
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> {
          field.requestFocus();
          field.setText(text);
          field.getParent().requestFocus();
          stage.getScene().getRoot().requestFocus();
        });
  }

  @Test
  void theFormStartsFromTheRunsWeights() throws Exception {
    oneRun(100, 200);
    fineTune();
    waitFor(() -> model.fineTuningProperty().get() != null && showsNow("Fine-tune “My digits”"));
    assertEquals("train", model.pageProperty().get());
    assertNull(run());
    Node card = find("#fine-tune", Node.class);
    assertTrue(ask(card::isVisible));
    assertTrue(shows("starts from the weights of “My digits”"));
    ComboBox<?> checkpoints = find("#fine-tune-checkpoint", ComboBox.class);
    assertEquals(2, ask(() -> checkpoints.getItems().size()));
    assertEquals(200, ask(() -> ((SavedCheckpoint) checkpoints.getValue()).step()));
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS, () -> checkpoints.getSelectionModel().select(1));
    waitFor(() -> model.fineTuningProperty().get().chosen().step() == 100);
    assertTrue(ask(() -> field("discriminator.frozenLayers").isVisible()), "without advanced ones");
    press("#form-start");
    waitFor(() -> run() != null);
    assertEquals(100, run().folder().origin().orElseThrow().step());
    assertEquals(source.id(), run().folder().origin().orElseThrow().run());
    assertEquals("My digits", run().folder().origin().orElseThrow().title());
    Checkpoint weights = run().folder().originWeights().orElseThrow();
    assertEquals(Map.of("generator.a", HostTensor.of(new float[] {100}, 1)), weights.tensors());
    waitFor(() -> showsNow("started from the weights of “My digits”, step 100"));
    assertFalse(ask(checkpoints::isVisible));
  }

  @Test
  void whatDoesNotFitIsToldAtOnceAndNotBegun() throws Exception {
    oneRun(100);
    fineTune();
    waitFor(() -> model.fineTuningProperty().get() != null && showsNow("Fine-tune “My digits”"));
    Button begin = find("#form-start", Button.class);
    assertFalse(ask(begin::isDisabled));
    type("generator.width", "20");
    waitFor(() -> showsNow("do not fit these networks"));
    assertTrue(ask(begin::isDisabled));
    type("generator.width", "16");
    waitFor(() -> !begin.isDisabled());
    type("discriminator.frozenLayers", "9");
    waitFor(() -> showsNow("set it to at most 3"));
    type("discriminator.frozenLayers", "2");
    waitFor(() -> !begin.isDisabled());
    assertFalse(shows("learn nothing"));
  }

  @Test
  void aTrainingThatCouldNotBeginIsSetUpAgain() throws Exception {
    oneRun(100);
    refusing.set(true);
    fineTune();
    waitFor(() -> model.fineTuningProperty().get() != null && showsNow("Fine-tune “My digits”"));
    press("#form-start");
    waitFor(() -> training.get() != null);
    waitFor(() -> run() == null && showsNow("Fine-tune “My digits”"));
    assertTrue(ask(() -> find("#fine-tune", Node.class).isVisible()));
    assertTrue(Files.exists(source.path()));
  }

  @Test
  void aRunWithoutWeightsSaysSo() throws Exception {
    oneRun();
    fineTune();
    waitFor(() -> showsNow("“My digits” has no checkpoint yet"));
    assertNull(ask(() -> model.fineTuningProperty().get()));
  }

  /** The next recipe begins with its own weights. */
  @Test
  void anotherDraftForgetsTheWeights() throws Exception {
    oneRun(100);
    fineTune();
    waitFor(() -> model.fineTuningProperty().get() != null && showsNow("Fine-tune “My digits”"));
    Platform.runLater(() -> model.draft(Recipes.embedded().get(1)));
    waitFor(() -> model.fineTuningProperty().get() == null);
    waitFor(() -> !find("#fine-tune", Node.class).isVisible());
  }
}
