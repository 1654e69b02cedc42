package studio.saddlepoint.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;

@ExtendWith(ApplicationExtension.class)
class SegmentsTest {
  private Segments<Boolean> segments;
  private PageRobot robot;

  @Start
  void open(Stage stage) {
    segments =
        new Segments<>(
            "Weights", List.of(true, false), each -> each ? "snapshot.averaged" : "snapshot.raw");
    robot = new PageRobot(segments);
    Scene scene = new Scene(segments);
    KeyboardPlace.show(scene);
    stage.setScene(scene);
    stage.show();
  }

  private ToggleButton raw() {
    return robot.find("#snapshot-raw", ToggleButton.class);
  }

  private boolean placeShown() {
    return raw().getPseudoClassStates().contains(PseudoClass.getPseudoClass("by-keys"));
  }

  @Test
  void arrowKeysChooseAsAPressDoes() {
    robot.onFx(
        () -> {
          ToggleButton first = robot.find("#snapshot-averaged", ToggleButton.class);
          first.requestFocus();
          first.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
        });
    assertTrue(robot.ask(() -> raw().isSelected()));
    assertTrue(robot.ask(() -> raw().isFocused() && placeShown()), "it is seen where it is");
    assertEquals(false, robot.ask(() -> segments.valueProperty().get()));
  }

  @Test
  void secondPressTakesNothingBack() {
    robot.press("#snapshot-raw");
    robot.press("#snapshot-raw");
    assertTrue(robot.ask(() -> raw().isSelected()));
    robot.onFx(() -> segments.valueProperty().set(true));
    assertTrue(robot.ask(() -> robot.find("#snapshot-averaged", ToggleButton.class).isSelected()));
  }
}
