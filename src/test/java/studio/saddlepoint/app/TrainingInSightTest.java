package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.recipe.Recipes;
import studio.saddlepoint.run.RunAbout;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

/** A training is seen and steered whatever else is looked at, and goes on until another begins. */
@ExtendWith(ApplicationExtension.class)
class TrainingInSightTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private boolean chipShown() {
    return find(".training-chip", Node.class).isVisible();
  }

  private void openAnotherRun() throws Exception {
    RunFolder other = RunFolder.create(folder.resolve("runs"), Recipes.embedded().get(1));
    Platform.runLater(() -> model.open(other.path(), false));
    waitFor(() -> run() != null && run().folder().path().equals(other.path()));
  }

  @Test
  void aTrainingStaysInSightWhileAnotherRunIsOpen() throws Exception {
    trainDcgan();
    Path trained = run().folder().path();
    assertFalse(chipShown());
    openAnotherRun();
    waitFor(this::chipShown);
    String title = Recipes.embedded().get(0).title();
    waitFor(() -> find("#training-back", Button.class).getText().startsWith(title));
    press("#training-pause");
    waitFor(() -> training.get().status().state() == Training.State.PAUSED);
    waitFor(
        () ->
            find("#training-back", Button.class).getText().contains(Messages.text("state.paused")));
    press("#training-pause");
    waitFor(() -> training.get().status().state() == Training.State.RUNNING);
    press("#training-back");
    waitFor(() -> run().folder().path().equals(trained));
    waitFor(() -> !chipShown());
    assertTrue(run().active());
    openAnotherRun();
    waitFor(this::chipShown);
    press("#training-stop");
    waitFor(() -> training.get().status().state() == Training.State.STOPPED);
    waitFor(() -> !chipShown());
  }

  @Test
  void aTrainingStaysInSightWhileARecipeIsAdjusted() throws Exception {
    trainDcgan();
    Platform.runLater(() -> model.draft(Recipes.embedded().get(1)));
    waitFor(this::chipShown);
  }

  @Test
  void theMenuOfRunsTellsTheStepOfATrainingThatIsNotOpen() throws Exception {
    trainDcgan();
    Platform.runLater(() -> model.refreshRuns());
    waitFor(() -> !model.runs().isEmpty());
    openAnotherRun();
    long listed = model.runs().get(0).lastStep();
    waitFor(() -> training.get().status().step() > listed + 20);
    press("#training-pause");
    waitFor(
        () ->
            model.trainings().get(0).statusProperty().get().state().equals(Training.State.PAUSED));
    long step = training.get().status().step();
    MenuButton menu = find("#run-picker", MenuButton.class);
    Platform.runLater(menu::show);
    waitFor(
        () ->
            menu.getItems().stream()
                .anyMatch(
                    item ->
                        item.getText().contains("step " + Texts.count(step))
                            && item.getText().contains("training now")));
    Platform.runLater(menu::hide);
  }

  @Test
  void theMenuOfRunsHasOnesThatAnotherProgramMade() throws Exception {
    openStudio();
    RunFolder made = RunFolder.create(folder.resolve("runs"), Recipes.embedded().get(1));
    new RunAbout("Made elsewhere", "").save(made.path());
    MenuButton menu = find("#run-picker", MenuButton.class);
    Platform.runLater(menu::show);
    waitFor(
        () ->
            menu.getItems().stream()
                .anyMatch(
                    item -> item.getText() != null && item.getText().contains("Made elsewhere")));
    Platform.runLater(menu::hide);
  }

  @Test
  void aTrainingThatCannotBeginStopsNoOther() throws Exception {
    trainDcgan();
    PretendTraining first = training.get();
    refusing.set(true);
    Platform.runLater(() -> model.train(Recipes.embedded().get(1)));
    waitFor(() -> shows("The data set is not there"));
    waitFor(() -> model.draftProperty().get() != null);
    assertEquals(Training.State.RUNNING, first.status().state());
    waitFor(this::chipShown);
  }

  @Test
  void aTrainingThatBeginsStopsTheOneBefore() throws Exception {
    trainDcgan();
    PretendTraining first = training.get();
    Platform.runLater(() -> model.train(Recipes.embedded().get(1)));
    waitFor(() -> first.status().state() == Training.State.STOPPED);
    waitFor(() -> model.trainings().size() == 1);
    assertEquals(Training.State.RUNNING, training.get().status().state());
    assertFalse(chipShown());
  }

  @Test
  void aRunThatIsAskedForTwiceTrainsOnce() throws Exception {
    trainDcgan();
    RunFolder again = run().folder();
    press("#run-stop");
    waitFor(() -> !run().active() && model.trainings().isEmpty());
    openAnotherRun();
    Platform.runLater(
        () -> {
          model.open(again.path(), true);
          model.open(again.path(), true);
        });
    waitFor(() -> run().active() && model.tasks().running().isEmpty());
    long step = training.get().status().step();
    waitFor(() -> training.get().status().step() > step + 20);
    assertEquals(List.of(run()), model.trainings());
    assertEquals(2, again.events().read().stream().filter(Event.Begun.class::isInstance).count());
  }

  @Test
  void aTrainingThatWaitsIsCalledByItsNewTitleAtOnce() throws Exception {
    trainDcgan();
    press("#run-pause");
    waitFor(() -> run().statusProperty().get().state() == Training.State.PAUSED);
    Path waiting = run().folder().path();
    openAnotherRun();
    waitFor(this::chipShown);
    Platform.runLater(() -> model.written(waiting, new RunAbout("Roses", "")));
    waitFor(() -> find("#training-back", Button.class).getText().startsWith("Roses"));
  }

  @Test
  void theSheetIsThatOfTheStepAtWhichATrainingWaits() throws Exception {
    trainDcgan();
    press("#run-pause");
    waitFor(() -> training.get().status().state() == Training.State.PAUSED);
    long paused = training.get().status().step();
    waitFor(() -> shows(Messages.text("sheet.step", Texts.count(paused))));
    press("#run-step");
    waitFor(() -> shows(Messages.text("sheet.step", Texts.count(paused + 1))));
    press("#run-step");
    waitFor(() -> shows(Messages.text("sheet.step", Texts.count(paused + 2))));
  }

  @Test
  void theCountOfFindingsIsMadeAnewOnlyWhereItChanges() throws Exception {
    trainDcgan();
    // The pretended training has one finding, early on.
    waitFor(
        () ->
            find("#findings", ToggleButton.class)
                .getText()
                .equals(Messages.text("findings.count", 1)));
    Node before = ask(() -> find("#findings", ToggleButton.class).getGraphic());
    long step = ask(() -> run().statusProperty().get().step());
    waitFor(() -> run().statusProperty().get().step() >= step + 20);
    assertSame(before, ask(() -> find("#findings", ToggleButton.class).getGraphic()));
  }

  @Test
  void whatIsAskedForIsToldAtOnce() throws Exception {
    trainDcgan();
    String told =
        ask(
            () -> {
              run().pause();
              return run().stateWord();
            });
    assertEquals(Messages.text("state.asked.pause"), told);
    assertTrue(ask(() -> find("#run-pause", Button.class).isDisable()));
    waitFor(() -> run().stateWord().equals(Messages.text("state.paused")));
    told =
        ask(
            () -> {
              run().start();
              return run().stateWord();
            });
    assertEquals(Messages.text("state.asked.resume"), told);
    assertTrue(ask(() -> find("#run-start", Button.class).isDisable()));
    assertFalse(ask(() -> find("#run-pause", Button.class).isDisable()));
    waitFor(() -> run().stateWord().equals(Messages.text("state.running")));
  }
}
