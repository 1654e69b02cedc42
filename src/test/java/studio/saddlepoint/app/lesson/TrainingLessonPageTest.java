package studio.saddlepoint.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.PretendTraining;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetCompanion;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.event.Event;

/** The lesson, with trainings that take no time. */
@ExtendWith(ApplicationExtension.class)
class TrainingLessonPageTest {
  @TempDir static Path folder;

  private final List<String> trained = new CopyOnWriteArrayList<>();
  private final List<Duration> budgets = new CopyOnWriteArrayList<>();
  private final AtomicBoolean fails = new AtomicBoolean();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private StudioModel studio;
  private TrainingLessonPage page;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    studio = PageRobot.studio(folder, (run, listener) -> PretendTraining.start(run, listener, 50));
    page = new TrainingLessonPage(studio, this::train);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    gate.countDown();
    robot.close(page, studio);
  }

  private TrainingLessonModel.Side train(
      Recipe recipe,
      Duration budget,
      java.util.function.BiConsumer<RunFolder, Event.Sheet> told,
      Progress progress) {
    if (fails.get()) {
      throw new StudioException("The disk is full: free 1 GB.");
    }
    trained.add(recipe.name());
    budgets.add(budget);
    RunFolder run = RunFolder.create(folder.resolve("runs"), recipe);
    Picture picture = new Picture(4, 4, new int[16]);
    boolean vae = recipe.name().startsWith("vae");
    Map<SheetCompanion, Picture> beside =
        vae
            ? Map.of(SheetCompanion.RECONSTRUCTIONS, new Picture(20, 4, new int[80]))
            : Map.of(SheetCompanion.RAW, picture);
    String file = run.saveSheet(100, new SheetPictures(picture, beside));
    Event.Sheet sheet = new Event.Sheet(Instant.now(), 100, file, 1, 1, true);
    told.accept(run, sheet);
    while (gate.getCount() > 0) {
      progress.checkCancelled();
      Thread.onSpinWait();
    }
    return LessonTraining.side(
        run,
        sheet,
        Map.of("precision", vae ? 0.5 : 0.8, "recall", vae ? 0.7 : 0.3, "fid", 20.0),
        "FID (Strokes classifier, 2,048 vs train)");
  }

  private Label found() {
    return robot.find("#lesson-found", Label.class);
  }

  @Test
  void trainsBothForTheSameTimeAndSaysWhatCameOut() throws Exception {
    assertFalse(robot.ask(() -> found().isVisible()));
    robot.press("#lesson-budget-3");
    robot.press("#lesson-begin");
    robot.waitFor(() -> found().isVisible());
    assertEquals(List.of("dcgan-strokes", "vae-strokes"), trained);
    assertEquals(List.of(Duration.ofMinutes(3), Duration.ofMinutes(3)), budgets);
    String said = robot.ask(() -> found().getText());
    assertTrue(said.contains("precision 0.80 against 0.50"), said);
    assertTrue(said.contains("recall 0.70 against 0.30"), said);
    assertTrue(said.contains("Measured as FID (Strokes classifier"), said);
    assertTrue(robot.shows("No encoder: it cannot say"));
    robot.press("#lesson-open-1");
    robot.waitFor(
        () ->
            studio.openRunProperty().get() != null
                && studio.openRunProperty().get().recipe().name().equals("vae-strokes"));
  }

  @Test
  void whatIsCancelledLeavesTheKeyboardOnItsButtonAndNoWords() throws Exception {
    gate = new CountDownLatch(1);
    robot.onFx(() -> robot.find("#lesson-begin", Node.class).requestFocus());
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.has("#progress-cancel") && robot.shows("Step 100"));
    assertTrue(robot.ask(() -> robot.find("#lesson-begin", Button.class).isDisabled()));
    robot.onFx(() -> robot.find("#progress-cancel", Node.class).requestFocus());
    robot.press("#progress-cancel");
    robot.waitFor(() -> robot.find("#lesson-begin", Node.class).isFocused());
    assertFalse(robot.ask(() -> found().isVisible()));
  }

  @Test
  void whatGoesWrongIsSaidAndATrainingIsNotDisturbed() throws Exception {
    fails.set(true);
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.shows("The disk is full: free 1 GB."));
    RunFolder run = RunFolder.create(folder.resolve("runs"), Recipe.defaults());
    robot.onFx(() -> studio.open(run));
    robot.onFx(() -> studio.openRunProperty().get().start());
    robot.waitFor(() -> !studio.trainings().isEmpty()); // it begins once its run is read
    robot.press("#lesson-begin");
    assertTrue(robot.shows("stop it first"));
    assertEquals(List.of(), trained);
    robot.onFx(() -> studio.openRunProperty().get().stop());
    robot.waitFor(() -> studio.trainings().isEmpty());
  }
}
