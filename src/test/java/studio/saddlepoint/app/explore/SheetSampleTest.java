package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.SheetSample;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** A sample of a sheet, opened in the explorer. */
@ExtendWith(ApplicationExtension.class)
class SheetSampleTest {
  private static final LatentPoint POINT = new LatentPoint.Sheet(1, 17);

  @TempDir static Path folder;

  private final List<String> told = new ArrayList<>();
  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder);
    PageRobot.listen(studio, notice -> told.add(notice.text()));
    page = new ExplorePage(studio, new FakeWeights(List.of("zero", "one", "two")));
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private void openRun() throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    for (long step : new long[] {500, 1000, 1500}) {
      run.saveCheckpoint(new Checkpoint(step, step, Recipe.defaults(), Map.of(), Map.of()));
    }
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> page.model().drawnProperty(Part.VARIATIONS).get() != null);
  }

  private long chosen() {
    return robot.ask(
        () -> {
          Object choice = robot.find("#snapshot", ComboBox.class).getValue();
          return ((SnapshotChoice.Saved) choice).step();
        });
  }

  @Test
  void theExplorerStandsAtItsCodeWithTheWeightsThatDrewIt() throws Exception {
    openRun();
    robot.onFx(
        () -> {
          page.model().move(page.model().state().withPlace(0.5).withThreshold(0.7));
          studio.explore(new SheetSample(POINT, 2, 500, false));
        });
    robot.waitFor(() -> page.model().subjectProperty().get().step() == 500);
    ExploreState state = robot.ask(() -> page.model().state());
    assertEquals(POINT, state.current());
    assertTrue(state.untruncated());
    assertEquals(2, state.label());
    assertEquals(500, chosen());
    robot.waitFor(() -> !page.model().subjectProperty().get().averaged());
    assertTrue(told.isEmpty(), told.toString());
    assertEquals(CanvasKind.PICTURE, robot.ask(() -> page.model().canvasProperty().get()));
    assertEquals("sample 18", robot.find("#seed-a", TextField.class).getText());
  }

  @Test
  void whereThoseWeightsAreGoneTheNearestAreTakenAndTold() throws Exception {
    openRun();
    robot.onFx(() -> studio.explore(new SheetSample(POINT, 0, 900, true)));
    robot.waitFor(() -> !told.isEmpty());
    assertEquals(1000, chosen());
    assertEquals(
        List.of(
            "No checkpoint of step 900 is kept, so the sample is drawn with the weights of step 1,000."),
        told);
    robot.onFx(() -> studio.explore(new SheetSample(POINT, 0, 900, true)));
    robot.waitFor(() -> told.size() == 2);
  }
}
