package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

class CurvesPageTest extends EvaluatePageFixture {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void curveIsMeasuredDrawnAndKept() throws Exception {
        robot.press("#evaluate-view-curves");
        robot.waitFor(() -> robot.has("#curve-draw-samples"));
        robot.press("#curve-draw-samples");
        robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
        assertTrue(Files.exists(run.path().resolve("curves").resolve("samples.json")));
        robot.press("#evaluate-view-scores");
        robot.onFx(() -> studio.open(run));
        robot.press("#evaluate-view-curves");
        robot.waitFor(() -> robot.shows("FID against N (pixels), step 1,000, averaged weights"));
    }
}
