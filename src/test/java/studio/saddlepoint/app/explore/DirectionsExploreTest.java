package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
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
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.latent.direction.DirectionFinder;
import studio.saddlepoint.latent.direction.DirectionMethod;
import studio.saddlepoint.latent.direction.DirectionSearch;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.torch.TorchEngine;

/** The page with the sliders of a run's directions. */
@ExtendWith(ApplicationExtension.class)
class DirectionsExploreTest {
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
  void aSliderMovesThePictureAndUndoMovesItBack() throws Exception {
    Recipe recipe = TinyGenerator.styled();
    RunFolder run = RunFolder.create(folder.resolve("runs"), recipe);
    Checkpoint checkpoint = TinyGenerator.checkpoint(recipe, List.of(), 1);
    run.saveCheckpoint(checkpoint);
    try (Snapshot snapshot = Snapshot.of(checkpoint, true)) {
      DirectionFile.of(run)
          .change(
              now ->
                  now.with(
                      DirectionFinder.find(
                          snapshot,
                          DirectionSearch.unsupervised(DirectionMethod.SEFA, 2, 1),
                          Optional.empty(),
                          Progress.NONE)));
    }
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> !robot.find("#copy-code", ButtonBase.class).isDisabled());
    robot.waitFor(() -> drawn() != null);
    robot.press("#explore-tool-directions");
    robot.waitFor(() -> robot.has(".direction-row"));
    int[] before = drawn().pictures().get(0).argb();

    robot.onFx(() -> robot.find(".direction-row .slider", Slider.class).setValue(3));
    assertEquals(
        List.of(DirectionFile.of(run).read().all().get(0).shift(3)),
        robot.ask(() -> page.model().state().shifts()));
    robot.waitFor(() -> !Arrays.equals(before, drawn().pictures().get(0).argb()));

    int[] moved = drawn().pictures().get(0).argb();
    robot.press("#explore-tool-codes");
    robot.press("#codes-keep");
    robot.waitFor(() -> robot.has("#code-name-save"));
    robot.press("#code-name-save");
    Bookmarks bookmarks = new Bookmarks(run.path());
    robot.waitFor(() -> bookmarks.all().size() == 1);
    LatentPoint kept = bookmarks.all().get(0).code().point();
    assertTrue(kept.inW(), kept.toString());
    robot.waitFor(() -> robot.has("#bookmarks .list-cell"));
    ListView<?> list = robot.find("#bookmarks", ListView.class);
    robot.onFx(() -> list.getSelectionModel().select(0));
    robot.key(list, KeyCode.ENTER);
    robot.waitFor(() -> kept.equals(robot.ask(() -> page.model().state().current())));
    robot.waitFor(() -> kept.equals(drawn().points().get(0)));
    assertEquals(List.of(), robot.ask(() -> page.model().state().shifts()));
    assertArrayEquals(moved, drawn().pictures().get(0).argb());
    robot.onFx(() -> studio.undo().undo());
    robot.onFx(() -> studio.undo().undo());
    robot.waitFor(() -> bookmarks.all().isEmpty());
    robot.press("#explore-tool-directions");

    robot.onFx(() -> studio.undo().undo());
    robot.waitFor(() -> robot.ask(() -> page.model().state().shifts()).isEmpty());
    assertEquals(0, robot.find(".direction-row .slider", Slider.class).getValue());
    assertTrue(robot.find("#directions-reset", ButtonBase.class).isDisabled());
    robot.waitFor(() -> Arrays.equals(before, drawn().pictures().get(0).argb()));
    assertArrayEquals(before, drawn().pictures().get(0).argb());
  }

  private Drawn drawn() {
    return robot.ask(() -> page.model().drawnProperty(Part.CURRENT).get());
  }
}
