package studio.saddlepoint.app.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.StudioFixture;
import studio.saddlepoint.run.event.Event;

@ExtendWith(ApplicationExtension.class)
class UndoWindowTest extends StudioFixture {
  private static final String RATE = "generator.optimizer.learningRate";

  @Start
  void start(Stage shown) throws IOException {
    open(shown);
  }

  private void focus(Node node) throws Exception {
    Platform.runLater(node::requestFocus);
    waitFor(node::isFocused);
  }

  private void type(FxRobot robot, TextField field, String text) throws Exception {
    focus(field);
    robot.push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<String> marks() {
    return ask(() -> run().history().marks().stream().map(Event.Changed::after).toList());
  }

  @Test
  void aLiveChangeIsTakenBackByANewEventAndMadeAgain(FxRobot robot) throws Exception {
    trainDcgan();
    TextField rate = field(RATE);
    String before = ask(rate::getText);
    type(robot, rate, "0.0007");
    waitFor(() -> marks().equals(List.of("7e-4")));
    Button undo = find("#undo", Button.class);
    assertTrue(ask(() -> undo.getTooltip().getText()).contains(before + " → 7e-4"));
    // The field has the keyboard still, but nothing typed in it that was not taken.
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> marks().equals(List.of("7e-4", before)));
    waitFor(() -> rate.getText().equals(before));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    waitFor(() -> marks().equals(List.of("7e-4", before, "7e-4")));
    press("#undo");
    waitFor(() -> marks().size() == 4);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    waitFor(() -> marks().size() == 5);
  }

  @Test
  void aTextFieldUndoesWhatIsTypedInItUntilItIsTaken(FxRobot robot) throws Exception {
    trainDcgan();
    TextField steps = field("training.steps");
    String before = ask(steps::getText);
    type(robot, steps, "5000");
    assertTrue(find("#undo", Button.class).getTooltip().getText().contains("5000"));
    robot.write("0");
    waitFor(() -> steps.getText().equals("50000"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> steps.getText().equals("5000"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> steps.getText().equals(before));
    assertEquals("", ask(() -> model.undo().undoTitleProperty().get()));
  }

  @Test
  void takingBackShowsThePageWhereItIsSeen(FxRobot robot) throws Exception {
    trainDcgan();
    type(robot, field("training.steps"), "5000");
    Platform.runLater(() -> model.pageProperty().set("data"));
    waitFor(() -> model.pageProperty().get().equals("data"));
    focus(find("#rail-data", Node.class));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> model.pageProperty().get().equals("train"));
    waitFor(() -> !field("training.steps").getText().equals("5000"));
    assertTrue(find("#undo", Button.class).isDisabled());
  }

  @Test
  void whatIsTakenBackIsSeenWhereverItsFieldIs(FxRobot robot) throws Exception {
    trainDcgan();
    type(robot, field("training.steps"), "5000");
    TextField search = find("#form-search", TextField.class);
    focus(search);
    robot.write("channels");
    waitFor(() -> search.getText().equals("channels"));
    press("#undo");
    waitFor(() -> search.getText().isEmpty());
    ScrollPane scroll = find(".recipe-form > .form-scroll", ScrollPane.class);
    waitFor(
        () -> {
          Bounds view = scroll.localToScene(scroll.getLayoutBounds());
          TextField steps = field("training.steps");
          Bounds bounds = steps.localToScene(steps.getLayoutBounds());
          return view.contains(bounds);
        });
  }
}
