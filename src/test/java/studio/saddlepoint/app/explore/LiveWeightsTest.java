package studio.saddlepoint.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.OpenRun;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.PretendTraining;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.Training;
import studio.saddlepoint.app.snapshot.SnapshotChoice;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.checkpoint.SavedCheckpoint;

/** The weights of a training as it goes on. */
@ExtendWith(ApplicationExtension.class)
class LiveWeightsTest {
  @TempDir static Path folder;

  /** What was asked for last, answered by the test. */
  private final AtomicReference<CompletableFuture<Renderer>> asked = new AtomicReference<>();

  private StudioModel studio;
  private ExplorePage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder, (run, listener) -> PretendTraining.start(run, listener, 100));
    page =
        new ExplorePage(
            studio,
            new Weights() {
              @Override
              public CompletableFuture<Renderer> live(OpenRun run, boolean averaged) {
                CompletableFuture<Renderer> answer = new CompletableFuture<>();
                asked.set(answer);
                return answer;
              }

              @Override
              public Callable<Renderer> saved(
                  OpenRun run, SavedCheckpoint checkpoint, boolean averaged) {
                return () -> new BlobRenderer(checkpoint.step(), averaged, List.of());
              }
            });
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  /** Its newest checkpoint takes their place by itself, so nobody has to do anything. */
  @Test
  void theEndOfATrainingIsNoProblemOfTheLiveWeights() throws Exception {
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    run.saveCheckpoint(new Checkpoint(500, 500, Recipe.defaults(), Map.of(), Map.of()));
    robot.onFx(() -> studio.open(run));
    robot.onFx(() -> studio.openRunProperty().get().start());
    robot.waitFor(() -> robot.has("#snapshot") && choices().getItems().size() == 2);
    robot.onFx(() -> choices().setValue(new SnapshotChoice.Live()));
    robot.waitFor(() -> asked.get() != null);
    OpenRun open = studio.openRunProperty().get();
    robot.onFx(
        () -> {
          open.stop();
          while (open.active()) {
            Thread.onSpinWait();
          }
          asked.get().completeExceptionally(new StudioException("The training has ended."));
        });
    assertEquals("", robot.ask(() -> page.model().problemProperty().get()));
    robot.waitFor(() -> choices().getValue() instanceof SnapshotChoice.Saved);
    robot.waitFor(() -> page.model().subjectProperty().get() != null);
    assertEquals(Training.State.STOPPED, robot.ask(() -> open.statusProperty().get().state()));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<SnapshotChoice> choices() {
    return robot.find("#snapshot", ComboBox.class);
  }
}
