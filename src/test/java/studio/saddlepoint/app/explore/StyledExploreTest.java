package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Drawn;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.TorchEngine;

/** The page with a generator whose codes are truncated in w. */
@ExtendWith(ApplicationExtension.class)
class StyledExploreTest {
  @TempDir static Path folder;

  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    TorchEngine.start(Progress.NONE);
    studio = PageRobot.studio(folder);
    page = new ExplorePage(studio, new SnapshotWeights());
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  @Test
  void psiAndTheLayersItIsForTakeThePlaceOfTheThreshold() throws Exception {
    Recipe recipe = TinyGenerator.styled();
    RunFolder run = RunFolder.create(folder.resolve("runs"), recipe);
    run.saveCheckpoint(TinyGenerator.checkpoint(recipe, List.of(), 1));
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> robot.has("#truncation-psi"));
    robot.waitFor(() -> !robot.find("#copy-code", ButtonBase.class).isDisabled());
    robot.waitFor(() -> drawn() != null);
    assertFalse(robot.has("#truncation"));
    assertTrue(robot.shows("all 8"));
    int[] whole = drawn().pictures().get(0).argb();

    robot.onFx(() -> robot.find("#truncation-psi", Slider.class).setValue(0.3));
    assertEquals(new WTruncation(0.3, WTruncation.ALL), state().inW());
    robot.onFx(() -> robot.find("#truncation-psi-layers", Slider.class).setValue(2));
    assertEquals(new WTruncation(0.3, 2), state().inW());
    assertTrue(robot.shows("first 2 of 8"));
    assertTrue(state().untruncated());
    robot.waitFor(() -> !Arrays.equals(whole, drawn().pictures().get(0).argb()));

    robot.onFx(() -> studio.undo().undo());
    robot.waitFor(() -> state().inW().none());
    assertEquals(1, robot.find("#truncation-psi", Slider.class).getValue());
  }

  private Drawn drawn() {
    return robot.ask(() -> page.model().drawnProperty(Part.CURRENT).get());
  }

  private ExploreState state() {
    return robot.ask(() -> page.model().state());
  }
}
