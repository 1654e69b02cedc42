package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.recipe.FolderMeaning;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.Recipes;

/** A person's own photos, wherever data sets are chosen. */
@ExtendWith(ApplicationExtension.class)
class OwnPhotosTest extends StudioFixture {
  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  /** Twelve pictures in two folders, three beside them, and an empty file. */
  private Path flowers() throws IOException {
    Path flowers = folder.resolve("flowers");
    for (int i = 0; i < 15; i++) {
      String place = i < 6 ? "aster/" : i < 12 ? "rose/" : "";
      Path file = flowers.resolve(place + i + ".png");
      Files.createDirectories(file.getParent());
      BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
      image.setRGB(i, i, 0xff8000);
      ImageIO.write(image, "png", file.toFile());
    }
    Files.createFile(flowers.resolve("nothing.jpg"));
    return flowers;
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(AT_MOST_MILLIS, action);
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> sourceField() {
    return (ComboBox<String>)
        ask(
            () ->
                stage.getScene().getRoot().lookupAll(".source-field").stream()
                    .findFirst()
                    .orElseThrow());
  }

  @Test
  void theFormListsOnesOwnFoldersAndTellsWhatIsLeftOutBeforeAnythingStarts() throws Exception {
    Path flowers = flowers();
    String source = UserDataSources.text(flowers);
    openStudio();
    onFx(() -> model.sources().add(folder.resolve("birds")));
    Platform.runLater(() -> model.draft(Recipes.embedded().get(0)));
    waitFor(() -> stage.getScene().getRoot().lookup(".source-field") != null);
    ComboBox<String> field = sourceField();
    assertEquals(
        List.of("strokes", "shapes", UserDataSources.text(folder.resolve("birds"))),
        ask(() -> List.copyOf(field.getItems().subList(0, 3))));
    assertEquals(5, ask(() -> field.getItems().size()), "and the ways to choose another");
    double before = startY();
    onFx(() -> field.setValue(source));
    waitFor(() -> showsNow("4 files are left out"));
    waitFor(() -> find("#form-revert", Node.class).isVisible());
    assertEquals(before, startY(), 1, "no other button comes where it was");
    assertTrue(shows("12 pictures, in colour, 2 classes"));
    assertTrue(shows("3 files, each of which lies beside the folders of the classes"));
    assertTrue(shows("nothing.jpg: is empty"));
    assertEquals(source, ask(() -> model.sources().all().get(0)));
    assertTrue(ask(() -> model.thumbnails().of(source)).isPresent());
    press("#form-source-together");
    waitFor(() -> showsNow("15 pictures, in colour, without classes"));
    assertTrue(shows("1 file is left out"));
    press("#form-start");
    waitFor(() -> run() != null && run().recipe().data().source().equals(source));
    assertEquals(FolderMeaning.TOGETHER, run().recipe().data().folders());
  }

  @Test
  void theFormTakesAFolderOfMostlyLoosePicturesAsOne() throws Exception {
    Path flowers = flowers();
    for (int i = 0; i < 14; i++) {
      Files.copy(flowers.resolve("12.png"), flowers.resolve("more" + i + ".png"));
    }
    openStudio();
    Platform.runLater(() -> model.draft(Recipes.embedded().get(0)));
    waitFor(() -> stage.getScene().getRoot().lookup(".source-field") != null);
    onFx(() -> sourceField().setValue(UserDataSources.text(flowers)));
    waitFor(() -> showsNow("29 pictures, in colour, without classes"));
  }

  @Test
  void theDataPageShowsWhatTheOpenRunLearns() throws Exception {
    Path flowers = flowers();
    openStudio();
    Recipe recipe =
        Recipes.load("dcgan-strokes").with("data.source", UserDataSources.text(flowers));
    onFx(() -> model.train(recipe));
    waitFor(() -> run() != null);
    onFx(() -> model.pageProperty().set("data"));
    waitFor(() -> stage.getScene().getRoot().lookup("#data-source-flowers") != null);
    assertEquals(1, chosen().size());
    assertEquals("data-source-flowers", chosen().get(0).getId());
  }

  /** Where the bottom of the button that starts is. */
  private double startY() {
    Node start = find("#form-start", Node.class);
    return ask(
        () -> {
          start.getScene().getRoot().layout();
          return start.localToScene(start.getLayoutBounds()).getMaxY();
        });
  }

  private List<Node> chosen() {
    return ask(
        () ->
            stage.getScene().getRoot().lookupAll(".data-source").stream()
                .filter(
                    each ->
                        each.getPseudoClassStates().stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                .toList());
  }

  @Test
  void runsAndOnesOwnDataComeBeforeTheRecipes() throws Exception {
    trainDcgan();
    onFx(() -> model.sources().add(folder.resolve("birds")));
    onFx(() -> model.pageProperty().set("start"));
    waitFor(() -> stage.getScene().getRoot().lookup(".run-row") != null);
    double recipes = top("#train-dcgan-strokes");
    assertTrue(top(".run-row") < recipes);
    assertTrue(top("#start-data-birds") < recipes);
    press("#start-data-birds");
    waitFor(() -> showsNow("birds cannot be used"));
    assertEquals("data", ask(() -> model.pageProperty().get()));
  }

  private double top(String query) {
    Node node = find(query, Node.class);
    return ask(() -> node.localToScene(node.getBoundsInLocal()).getMinY());
  }
}
