package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
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
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.direction.Attribute;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.TorchEngine;

/** An attribute of a code, followed through the training in a real window. */
@ExtendWith(ApplicationExtension.class)
class TimelineAttributesTest {
  private static final int SIZE = 32;

  @TempDir static Path folder;

  private final List<Notice> notices = new ArrayList<>();
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    TorchEngine.start(Progress.NONE);
    studio = PageRobot.studio(folder);
    PageRobot.listen(studio, notices::add);
    page = new ExplorePage(studio);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private void openRun(Recipe recipe) throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), recipe);
    for (long step : new long[] {0, 500, 1000}) {
      Checkpoint made = TinyGenerator.checkpoint(recipe, List.of(), 1);
      run.saveCheckpoint(new Checkpoint(step, step, recipe, made.tensors(), made.state()));
    }
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> page.model().subjectProperty().get() != null);
    robot.pick("#explore-view", "Training");
    robot.waitFor(() -> robot.has("#timeline-attribute"));
  }

  private static void picture(Path file, int grey) throws Exception {
    Files.createDirectories(file.getParent());
    int[] argb = new int[SIZE * SIZE];
    Arrays.fill(argb, 0xff000000 | grey * 0x010101);
    argb[grey] = 0xffffffff;
    Pngs.write(file, new Picture(SIZE, SIZE, argb));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Optional<Attribute>> choice() {
    return robot.find("#timeline-attribute", ComboBox.class);
  }

  private boolean told(String words) {
    return page.content().lookupAll(".label").stream()
        .anyMatch(each -> ((Labeled) each).getText().contains(words));
  }

  @Test
  void aClassIsFollowedAndPixelsAgain() throws Exception {
    Path data = folder.resolve("data");
    for (int i = 0; i < 12; i++) {
      picture(data.resolve("dark").resolve(i + ".png"), 10 + i);
      picture(data.resolve("bright").resolve(i + ".png"), 200 + i);
    }
    openRun(TinyGenerator.recipe(List.of()).with("data.source", data.toString()));
    robot.waitFor(() -> told("how far each picture is"));
    robot.onFx(() -> choice().show());
    robot.waitFor(() -> choice().getItems().size() == 3);
    robot.onFx(
        () -> {
          choice().hide();
          choice().getSelectionModel().select(2);
        });
    String name = robot.ask(() -> choice().getValue().orElseThrow().name());
    robot.waitFor(() -> told("Bars: the attribute's value. " + name + " (logit): "));
    assertTrue(robot.ask(() -> told("at step 1,000"))); // the same weights: no change
    assertTrue(robot.ask(() -> told("it ends where it began")));
    robot.onFx(() -> choice().getSelectionModel().select(0));
    robot.waitFor(() -> told("how far each picture is"));
    assertEquals(List.of(), notices);
  }
}
