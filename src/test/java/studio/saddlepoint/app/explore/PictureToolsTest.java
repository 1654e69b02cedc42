package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.Notice;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.inversion.InversionPane;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.TorchEngine;

/** The explorer's tools for a person's picture, in a real window. */
@ExtendWith(ApplicationExtension.class)
class PictureToolsTest {
  private static final int SIZE = 32;

  @TempDir static Path folder;

  private final List<Notice> notices = new ArrayList<>();
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    PageRobot.listen(studio, notices::add);
    page = new ExplorePage(studio);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  /** Opens a run on a folder of pictures of one grey each. */
  private void open(Recipe recipe) throws Exception {
    TorchEngine.start(Progress.NONE);
    Path data = Files.createDirectories(folder.resolve("data"));
    for (int i = 0; i < 12; i++) {
      picture(data.resolve(i + ".png"), SIZE, SIZE, 20 * i);
    }
    Recipe of = recipe.with("data.source", data.toString());
    RunFolder run = RunFolder.create(folder.resolve("runs"), of);
    run.saveCheckpoint(TinyGenerator.checkpoint(of, List.of(), 1));
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> page.model().subjectProperty().get() != null);
  }

  private static Path picture(Path file, int width, int height, int grey) {
    int[] argb = new int[width * height];
    Arrays.fill(argb, 0xff000000 | grey * 0x010101);
    argb[0] = 0xffffffff;
    Pngs.write(file, new Picture(width, height, argb));
    return file;
  }

  private void press(String id) {
    robot.onFx(() -> robot.find(id, Button.class).fire());
  }

  private void tool(String id) throws Exception {
    robot.onFx(() -> robot.find("#explore-tool-" + id, ToggleButton.class).setSelected(true));
    robot.waitFor(() -> robot.has("#inversion")); // laid out
  }

  private boolean off(String id) {
    return robot.ask(() -> robot.find(id, Button.class).isDisabled());
  }

  @SuppressWarnings("unchecked")
  private void quick() {
    robot.onFx(
        () -> {
          robot.find("#inversion-steps", ComboBox.class).setValue(50);
          robot.find("#inversion-starts", ComboBox.class).setValue(1);
        });
  }

  @Test
  void theCodeOfAPictureIsFoundAndBecomesAnEnd() throws Exception {
    open(TinyGenerator.styled());
    tool("picture");
    assertTrue(off("#inversion-start"));
    assertTrue(off("#inversion-a"));
    Path wide = picture(folder.resolve("wide.png"), 60, 40, 128);
    robot.onFx(() -> robot.find("#inversion", InversionPane.class).open(wide));
    robot.waitFor(() -> !robot.find("#inversion-start", Button.class).isDisabled());
    robot.onFx(
        () -> {
          assertTrue(robot.find("#inversion-space-wplus", ToggleButton.class).isVisible());
          robot.find("#inversion-space-w", ToggleButton.class).setSelected(true);
        });
    quick();
    press("#inversion-start");
    assertTrue(off("#inversion-start"));
    robot.waitFor(() -> !robot.find("#inversion-a", Button.class).isDisabled());
    press("#inversion-b");
    LatentPoint b = robot.ask(() -> page.model().state().b());
    assertInstanceOf(CodeInW.class, b);
    press("#inversion-a");
    assertEquals(b, robot.ask(() -> page.model().state().a()));
  }

  @Test
  void onlySpacesThatTheGeneratorHasAreOfferedAndBrokenPicturesAreTold() throws Exception {
    open(TinyGenerator.recipe(List.of()));
    tool("picture");
    assertFalse(
        robot.ask(
            () ->
                robot.find("#inversion-space-z", ToggleButton.class).isManaged()
                    && robot
                        .find("#inversion-space-z", ToggleButton.class)
                        .getParent()
                        .getParent()
                        .isManaged()),
        "one space is no choice");
    assertFalse(robot.ask(() -> robot.find("#inversion-result", Node.class).isVisible()));
    Path broken = Files.createFile(folder.resolve("nothing.png"));
    robot.onFx(() -> robot.find("#inversion", InversionPane.class).open(broken));
    robot.waitFor(() -> notices.stream().anyMatch(each -> each.text().contains("nothing.png")));
    assertTrue(off("#inversion-start"));
  }

  @Test
  void aSearchIsCancelled() throws Exception {
    open(TinyGenerator.recipe(List.of()));
    tool("picture");
    Path mine = picture(folder.resolve("mine.png"), SIZE, SIZE, 90);
    robot.onFx(
        () -> {
          robot.find("#inversion", InversionPane.class).open(mine);
          ComboBox<?> steps = robot.find("#inversion-steps", ComboBox.class);
          steps.getSelectionModel().selectLast();
        });
    robot.waitFor(() -> !robot.find("#inversion-start", Button.class).isDisabled());
    press("#inversion-start");
    robot.waitFor(() -> !studio.tasks().running().isEmpty());
    robot.onFx(() -> studio.tasks().running().forEach(each -> each.cancel()));
    robot.waitFor(() -> !robot.find("#inversion-start", Button.class).isDisabled());
    assertTrue(off("#inversion-a"));
  }

  @Test
  void thePictureThatIsShownIsComparedWithTheTrainingPictures() throws Exception {
    open(TinyGenerator.recipe(List.of()));
    robot.waitFor(() -> page.model().drawnProperty(Part.CURRENT).get() != null);
    tool("picture");
    press("#memory-look");
    robot.waitFor(
        () -> robot.find("#memory-sentence", Label.class).getText().contains("training picture"));
    robot.waitFor(() -> !robot.find("#memory-look", Button.class).isDisabled());
    assertTrue(
        robot.ask(() -> robot.find("#memory-sentence", Label.class).getText().contains("times")));
    assertEquals(1, page.heldPictures());
    RunFolder other = RunFolder.create(folder.resolve("others"), TinyGenerator.recipe(List.of()));
    robot.onFx(() -> studio.open(other));
    robot.waitFor(() -> page.heldPictures() == 0);
  }
}
