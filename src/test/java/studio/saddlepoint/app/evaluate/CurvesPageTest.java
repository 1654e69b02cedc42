package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.data.Split;

class CurvesPageTest extends EvaluatePageFixture {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void curveIsMeasuredDrawnAndKept() throws Exception {
    robot.press("#evaluate-view-curves");
    robot.waitFor(() -> robot.has("#curve-draw-samples"));
    robot.press("#curve-against-test");
    robot.press("#curve-draw-samples");
    robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
    assertEquals(Split.TEST, part.get());
    assertTrue(Files.exists(run.path().resolve("curves").resolve("samples.json")));
    assertTrue(
        robot.shows(
            "100 samples: Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number."));
    assertTrue(robot.shows("FID∞ is a rough guess"));
    robot.press("#evaluate-view-scores");
    robot.onFx(() -> studio.open(run));
    robot.press("#evaluate-view-curves");
    robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
    assertTrue(
        robot.shows(
            "100 samples: Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number."));
    assertTrue(robot.shows("FID∞ is a rough guess"));
  }

  @Test
  void curveIsShownWithTheProblemWhereItCannotBeKept() throws Exception {
    Files.writeString(run.path().resolve("curves"), "no folder can be made here");
    robot.press("#evaluate-view-curves");
    robot.waitFor(() -> robot.has("#curve-draw-samples"));
    robot.press("#curve-draw-samples");
    robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
    assertTrue(robot.shows("could not all be kept with the run"));
  }

  @Test
  void pointsAreSavedAndToldByTheArrowKeys() throws Exception {
    robot.press("#evaluate-view-curves");
    robot.waitFor(() -> robot.has("#curve-draw-samples"));
    assertFalse(robot.ask(() -> robot.find("#curve-save-samples", Button.class).isVisible()));
    robot.press("#curve-draw-samples");
    robot.waitFor(() -> robot.has(".plot-canvas"));
    Path file = folder.resolve("points.csv");
    answers.file(file);
    robot.press("#curve-save-samples");
    robot.waitFor(() -> Files.exists(file));
    assertEquals(
        "samples,fid,warnings\r\n"
            + "100.0,30.0,\"Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.\"\r\n"
            + "200.0,20.0,\r\n",
        Files.readString(file));
    Region plot = robot.find(".plot-canvas", Region.class);
    robot.onFx(plot::requestFocus);
    robot.key(plot, KeyCode.RIGHT);
    assertTrue(robot.shows("100 samples: FID 30.00  ·  Fewer than 2,048 samples"));
    robot.key(plot, KeyCode.RIGHT);
    robot.key(plot, KeyCode.RIGHT);
    assertTrue(robot.shows("200 samples: FID 20.00"));
    robot.key(plot, KeyCode.LEFT);
    assertTrue(robot.shows("100 samples: FID 30.00"));
    assertTrue(robot.ask(() -> plot.getAccessibleText().contains("FID 30.00")));
  }

  @Test
  void keyboardGoesFromMeasureToTheProgressAndBack() throws Exception {
    robot.press("#evaluate-view-curves");
    robot.waitFor(() -> robot.has("#curve-draw-samples"));
    hold.set(true);
    Button draw = robot.find("#curve-draw-samples", Button.class);
    robot.onFx(draw::requestFocus);
    robot.press("#curve-draw-samples");
    robot.waitFor(() -> robot.has("#progress-cancel"));
    robot.waitFor(() -> robot.find(".progress-pane", Node.class).isFocused());
    robot.press("#progress-cancel");
    robot.waitFor(draw::isFocused);
    assertFalse(Files.exists(run.path().resolve("curves").resolve("samples.json")));
  }
}
