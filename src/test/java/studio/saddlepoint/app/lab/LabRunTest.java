package studio.saddlepoint.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

/** The lab's experiments on a real run. */
@ExtendWith(ApplicationExtension.class)
class LabRunTest {
  @TempDir static Path home;

  private StudioModel studio;
  private LabPage page;
  private PageRobot robot;

  @Start
  void start(Stage stage) {
    Checkpoint made = TinyGenerator.checkpoint(List.of(), 1);
    RunFolder run = RunFolder.create(Home.at(home).runs(), made.recipe());
    run.events().append(new Event.Scalars(Instant.now(), 5, Map.of("loss.generator", 1.0)));
    run.saveCheckpoint(made);
    run.saveCheckpoint(new Checkpoint(9, 9, made.recipe(), made.tensors(), made.state()));
    studio = PageRobot.studio(home);
    page = new LabPage(studio);
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    robot.close(page, studio);
  }

  private String text(String query) {
    return robot.ask(() -> robot.find(query, Label.class).getText());
  }

  @Test
  void theMicroscopeGoesFromLayerToLayerOfTheNewestWeights() throws Exception {
    robot.press("#lab-microscope");
    robot.waitFor(
        () -> robot.find("#lab-microscope-theory", Label.class).getText().equals("4 × 4"));
    assertTrue(text("#lab-microscope-sentence").startsWith("Convolution 4 × 4"));
    assertEquals(
        "Step 9",
        robot.ask(
            () -> {
              ComboBox<?> box = robot.find("#lab-microscope-weights", ComboBox.class);
              return title(box);
            }));
    robot.press("#lab-microscope-step");
    robot.waitFor(() -> robot.find("#lab-microscope-dead", Label.class).getText().endsWith("%"));
    robot.onFx(() -> robot.find("#lab-microscope-channel", Slider.class).setValue(1));
    robot.key(robot.find("#lab-microscope-canvas", Node.class), KeyCode.RIGHT);
    assertTrue(
        robot.ask(() -> robot.find("#lab-microscope-across", Slider.class).getValue()) > 0.5);
    robot.press("#lab-microscope-preset-norm");
    robot.waitFor(() -> text("#lab-microscope-sentence").contains("of 255 levels"));
    assertFalse(text("#lab-microscope-shift").equals("–"));
    robot.press("#lab-microscope-preset-checkerboard");
    robot.waitFor(() -> text("#lab-microscope-sentence").contains("period of two pixels"));
    robot.pick("#lab-microscope-side", "Discriminator, on fakes");
    robot.pick("#lab-microscope-beside", "The field of a unit");
    robot.waitFor(() -> text("#lab-microscope-sentence").contains("its gradient reaches"));
    robot.press("#lab-microscope-reset");
    robot.waitFor(() -> text("#lab-microscope-theory").equals("4 × 4"));
  }

  private static <T> String title(ComboBox<T> box) {
    return box.getConverter().toString(box.getValue());
  }

  @Test
  void theDiscriminatorIsSeenFromCheckpointToCheckpoint() throws Exception {
    robot.press("#lab-judge");
    robot.waitFor(() -> text("#lab-judge-sentence").startsWith("At step 5"));
    robot.press("#lab-judge-step");
    robot.waitFor(() -> text("#lab-judge-sentence").startsWith("At step 9"));
    assertEquals("0.00", text("#lab-judge-wandered"), "the same weights make the same pictures");
    robot.press("#lab-judge-step");
    assertTrue(text("#lab-judge-sentence").startsWith("At step 9"), "there is none further on");
    assertFalse(robot.ask(() -> robot.find("#lab-judge-film", Button.class).isDisabled()));
    robot.onFx(() -> robot.find("#lab-judge-past", Slider.class).setValue(0));
    assertTrue(text("#lab-judge-sentence").startsWith("At step 5"));
    robot.press("#lab-judge-preset-newest");
    robot.waitFor(() -> text("#lab-judge-sentence").startsWith("At step 9"));
    robot.press("#lab-judge-reset");
    robot.waitFor(() -> text("#lab-judge-sentence").startsWith("At step 5"));
  }

  @Test
  void picturesOfADataSetBecomePointsOfThePlane() throws Exception {
    robot.pick("#lab-plane-data", "Pictures of a data set");
    robot.waitFor(() -> text("#lab-plane-modes").endsWith("of 240"));
    assertTrue(robot.ask(() -> robot.find("#lab-plane-source", Node.class).isVisible()));
    robot.pick("#lab-plane-data", "Ring of eight");
    robot.waitFor(() -> text("#lab-plane-modes").endsWith("of 8"));
  }
}
