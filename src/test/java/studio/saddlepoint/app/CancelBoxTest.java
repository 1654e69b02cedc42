package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.saddlepoint.app.fx.CancelBox;
import studio.saddlepoint.app.fx.ProgressPane;

@ExtendWith(ApplicationExtension.class)
class CancelBoxTest {
  private final AtomicLong now = new AtomicLong();
  private final RunningTask<Boolean> task =
      new RunningTask<>("Measuring", Platform::runLater, now::get);
  private Button cancel;
  private CancelBox box;

  @Start
  void open(Stage stage) {
    cancel = new Button("Cancel");
    box = new CancelBox(cancel, () -> Optional.of(task));
    stage.setScene(new Scene(new VBox(box), 600, 200));
    stage.show();
  }

  private void onFx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }

  private boolean cancelled() {
    boolean[] seen = {false};
    task.execute(
        progress -> {
          seen[0] = progress.cancelled();
          throw new CancellationException();
        });
    return seen[0];
  }

  private Button shown(String id) {
    return (Button) box.lookup(id);
  }

  @Test
  void youngWorkIsCancelledAtOnce() {
    now.set(Duration.ofSeconds(29).toNanos());
    onFx(cancel::fire);
    assertTrue(cancelled());
  }

  @Test
  void workThatHasRunForLongIsAskedAboutAndASecondPressKeepsIt() {
    now.set(Duration.ofMinutes(2).toNanos());
    onFx(
        () -> {
          cancel.requestFocus();
          cancel.fire();
        });
    onFx(() -> assertTrue(shown("#cancel-keep").isFocused()));
    onFx(() -> shown("#cancel-keep").fire());
    onFx(() -> assertTrue(cancel.isFocused()));
    assertEquals(1, box.getChildren().size());
    assertFalse(cancelled());
  }

  @Test
  void itIsCancelledWhenThatIsSaid() {
    now.set(Duration.ofMinutes(2).toNanos());
    onFx(cancel::fire);
    onFx(() -> shown("#cancel-end").fire());
    assertTrue(cancelled());
  }

  /** A flow pane wants as much as its lines may be long: the window once grew by it. */
  @Test
  void wantsNoMoreRoomThanItsButton() {
    onFx(
        () -> {
          box.applyCss();
          assertEquals(cancel.prefWidth(-1), box.prefWidth(-1), 1);
          assertEquals(cancel.prefWidth(-1), box.minWidth(-1), 1);
        });
  }

  /** As beside a canvas: the question once made the panel as wide as itself. */
  @Test
  void whereThereIsLittleRoomTheQuestionHasMoreLines() {
    now.set(Duration.ofMinutes(2).toNanos());
    onFx(
        () -> {
          ProgressPane pane = new ProgressPane(task);
          box.getScene().setRoot(new VBox(pane));
          pane.setMaxWidth(300);
          ((Button) pane.lookup("#progress-cancel")).fire();
          assertTrue(pane.minWidth(-1) <= 300, "least width " + pane.minWidth(-1));
          VBox room = (VBox) pane.getScene().getRoot();
          room.resize(600, 400); // the stage may have the size of another test's
          room.applyCss();
          room.layout();
          assertTrue(pane.getHeight() < 260, "height " + pane.getHeight());
          assertEquals(300, pane.getWidth());
          ((Button) pane.lookup("#cancel-keep")).fire();
          assertTrue(pane.lookup("#progress-cancel") != null);
        });
    assertFalse(cancelled());
  }
}
