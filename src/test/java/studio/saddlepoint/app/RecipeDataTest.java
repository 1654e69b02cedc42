package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** A recipe that names a well-known data set trains on it with one click, or offers to get it. */
@ExtendWith(ApplicationExtension.class)
class RecipeDataTest extends StudioFixture {
  private static final String MISSING =
      "MNIST is not on this computer yet. Its download has 12 MB.";

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private static Recipe onMnist() {
    return Recipes.embedded().get(0).with("data.source", "mnist");
  }

  /** As if it had been downloaded. */
  private Path got() throws IOException {
    return Files.createDirectories(folder.resolve("data-sets/MNIST"));
  }

  @Test
  void whatIsNotHereIsOfferedAndThenTrainedOn() throws Exception {
    openStudio();
    Platform.runLater(() -> model.train(onMnist()));
    waitFor(() -> showsNow(MISSING));
    assertNull(run());
    String folder = UserDataSources.text(got());
    press("#notice-offer");
    waitFor(() -> run() != null);
    assertEquals(folder, run().recipe().data().source());
    assertEquals(onMnist().title(), run().recipe().title());
    assertTrue(ask(() -> model.sources().all().contains(folder)));
  }

  @Test
  void whatIsHereIsTrainedOnAtOnce() throws Exception {
    openStudio();
    String folder = UserDataSources.text(got());
    Platform.runLater(() -> model.train(onMnist()));
    waitFor(() -> run() != null);
    assertEquals(folder, run().recipe().data().source());
  }

  @Test
  void aFormShowsTheRecipeAndOffersItsData() throws Exception {
    openStudio();
    Recipe recipe = onMnist();
    Platform.runLater(() -> model.draft(recipe));
    waitFor(() -> showsNow(MISSING) && showsNow("To train on it offers its download"));
    assertEquals(recipe, ask(() -> model.draftProperty().get()));
    String folder = UserDataSources.text(got());
    press("#notice-offer");
    waitFor(() -> folder.equals(model.draftProperty().get().data().source()));
  }
}
