package studio.saddlepoint.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
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

/** Branching from the menu of a run. */
@ExtendWith(ApplicationExtension.class)
class BranchMenuTest extends StudioFixture {
  private static final String RATE = "generator.optimizer.learningRate";

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  /** The learning rate is another one at each checkpoint. */
  private RunFolder oneRun() throws Exception {
    Recipe recipe = Recipes.embedded().get(0);
    RunFolder source = RunFolder.create(folder.resolve("runs"), recipe);
    for (long step : new long[] {100, 200}) {
      source.saveCheckpoint(
          new Checkpoint(
              step,
              step * 64,
              recipe.with(RATE, step / 1e6),
              Map.of("generator.a", HostTensor.of(new float[] {step}, 1)),
              Map.of("channels", "1")));
    }
    new RunAbout("My digits", "").save(source.path());
    openStudio();
    waitFor(
        () ->
            stage.getScene().getRoot().lookup(".run-row") != null
                && model.tasks().running().isEmpty());
    return source;
  }

  private void type(String key, String text) {
    TextField field = field(key);
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS,
        () -> {
          field.requestFocus();
          field.setText(text);
          stage.getScene().getRoot().requestFocus();
        });
  }

  @Test
  void theFormHasTheValuesOfTheCheckpointAndTheBranchTellsItsOrigin() throws Exception {
    RunFolder source = oneRun();
    Platform.runLater(() -> new RunActions(model).branch(RunSubject.of(model.runs().get(0))));
    waitFor(() -> model.fineTuningProperty().get() != null && showsNow("Branch from “My digits”"));
    assertTrue(shows("goes on from a checkpoint of “My digits”"));
    assertEquals("2e-4", ask(() -> field(RATE).getText()));
    ComboBox<?> checkpoints = find("#fine-tune-checkpoint", ComboBox.class);
    WaitForAsyncUtils.waitForAsyncFx(
        AT_MOST_MILLIS, () -> checkpoints.getSelectionModel().select(1));
    waitFor(() -> field(RATE).getText().equals("1e-4"));
    Button begin = find("#form-start", Button.class);
    type("generator.width", "20");
    waitFor(() -> showsNow("a branch goes on with the networks"));
    assertTrue(ask(begin::isDisabled));
    type("generator.width", "16");
    waitFor(() -> !begin.isDisabled());
    type(RATE, "5e-5");
    press("#form-start");
    waitFor(() -> run() != null && training.get() != null);
    RunFolder branch = run().folder();
    assertEquals(100, branch.origin().orElseThrow().step());
    assertTrue(branch.origin().orElseThrow().branch());
    assertEquals(source.id(), branch.origin().orElseThrow().run());
    // As it is written: the pretended training begins at step 0 and voids what came before.
    String log = Files.readString(branch.path().resolve("events.jsonl"));
    assertTrue(log.contains("\"after\":\"5e-5\",\"author\":\"person\""), log);
    waitFor(() -> showsNow("A branch of “My digits”, from step 100 on"));
    press("#go-home");
    waitFor(() -> stage.getScene().getRoot().lookup(".hyperlink.run-origin") != null);
    Hyperlink back = find(".hyperlink.run-origin", Hyperlink.class);
    assertEquals("Branched from “My digits” at step 100", ask(back::getText));
    assertFalse(ask(back::isDisabled));
    Platform.runLater(back::fire);
    waitFor(() -> run().folder().path().equals(source.path()));
  }
}
