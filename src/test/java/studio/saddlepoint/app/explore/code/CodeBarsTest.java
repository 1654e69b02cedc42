package studio.saddlepoint.app.explore.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.latent.CodeInW;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.LatentPoint.Given;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.latent.ToW;

/** Bars whose page works their numbers out at once, unless it is told to wait. */
@ExtendWith(ApplicationExtension.class)
class CodeBarsTest {
  private CodeBars bars;
  private PageRobot robot;
  private ToW half = CodeNumbersTest.layered(4, 3);
  private boolean mapped = true;
  private boolean locked;
  private boolean waits;

  @Start
  void open(Stage stage) {
    bars = new CodeBars(this::stand);
    bars.spaceProperty().addListener((p, old, now) -> work());
    stage.setScene(new Scene(bars, 280, 400));
    stage.show();
    robot = new PageRobot(bars);
  }

  private void stand(LatentPoint point) {
    if (!locked) {
      bars.currentProperty().set(point);
      work();
    }
  }

  private void work() {
    LatentPoint now = bars.currentProperty().get();
    if (!waits && now != null) {
      bars.numbersProperty()
          .set(
              CodeNumbers.of(
                  now, bars.spaceProperty().get(), half, Double.POSITIVE_INFINITY, mapped));
    }
  }

  private void at(String code) {
    robot.onFx(() -> stand(LatentPoint.parse(code)));
  }

  private LatentPoint current() {
    return robot.ask(() -> bars.currentProperty().get());
  }

  private String words() {
    return robot.find("#code-words", Label.class).getText();
  }

  private void key(KeyCode code, boolean shift) {
    robot.onFx(
        () ->
            canvas()
                .fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private BarsCanvas canvas() {
    return (BarsCanvas) bars.lookup("#code-bars");
  }

  @Test
  void aBarIsDraggedAndItsNumberChangesUnderTheHand() {
    at("code(1,-2,0.5,0)");
    assertEquals("4 numbers in z, length 2.291", words());
    drag(1, -32);
    assertEquals(new Given(List.of(1f, -1f, 0.5f, 0f)), current());
    drag(1, -1000);
    assertEquals(new Given(List.of(1f, 3f, 0.5f, 0f)), current(), "not beyond the scale");
    robot.press("#code-reset");
    assertEquals(new Given(List.of(1f, -2f, 0.5f, 0f)), current());
    assertTrue(robot.find("#code-reset", Button.class).isDisabled());
  }

  private void drag(int index, double by) {
    robot.onFx(
        () -> {
          BarLayout layout = BarLayout.of(4, canvas().getWidth());
          double x = layout.left(index) + layout.barWidth() / 2;
          double y = layout.middle(index);
          mouse(MouseEvent.MOUSE_PRESSED, x, y);
          mouse(MouseEvent.MOUSE_DRAGGED, x, y + by / 2);
          mouse(MouseEvent.MOUSE_DRAGGED, x, y + by);
          mouse(MouseEvent.MOUSE_RELEASED, x, y + by);
        });
  }

  private void mouse(EventType<MouseEvent> type, double x, double y) {
    Point2D place = canvas().localToScene(x, y);
    boolean down = type != MouseEvent.MOUSE_MOVED;
    canvas()
        .fireEvent(
            new MouseEvent(
                type,
                place.getX(),
                place.getY(),
                place.getX(),
                place.getY(),
                down ? MouseButton.PRIMARY : MouseButton.NONE,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                true,
                false,
                true,
                new PickResult(canvas(), place.getX(), place.getY())));
  }

  @Test
  void arrowKeysChooseABarAndChangeIt() {
    at("code(1,-2,0.5,0)");
    robot.onFx(() -> canvas().requestFocus());
    assertEquals("Number 0: 1.000", words());
    key(KeyCode.RIGHT, false);
    assertEquals("Number 1: -2.000", words());
    key(KeyCode.UP, false);
    assertEquals("Number 1: -1.900", words());
    key(KeyCode.DOWN, true);
    assertEquals("Number 1: -2.900", words());
    key(KeyCode.END, false);
    key(KeyCode.LEFT, false);
    key(KeyCode.DELETE, false);
    assertEquals(new Given(List.of(1f, -2.9f, 0f, 0f)), current());
    key(KeyCode.HOME, false);
    key(KeyCode.LEFT, false);
    assertEquals("Number 0: 1.000", words());
  }

  @Test
  void pointingAtABarTellsItsNumber() {
    at("code(1,-2,0.5,0)");
    robot.onFx(
        () -> {
          BarLayout layout = BarLayout.of(4, canvas().getWidth());
          mouse(MouseEvent.MOUSE_MOVED, layout.left(2) + 1, layout.middle(2));
        });
    assertEquals("Number 2: 0.500", words());
    robot.onFx(() -> canvas().requestFocus());
    assertEquals("Number 2: 0.500", words());
    key(KeyCode.RIGHT, false);
    assertEquals("Number 1: -2.000", words(), "the keyboard was used last");
  }

  @Test
  void inWNumbersAreOfALayerOrOfAll() {
    at("code(1,-2,0.5,0)");
    robot.press("#codes-space-w");
    assertEquals(Space.W, robot.ask(() -> bars.spaceProperty().get()));
    assertTrue(words().startsWith("4 numbers in w"), words());
    assertEquals(4, layers().getItems().size());
    robot.onFx(() -> canvas().requestFocus());
    assertEquals("Number 0: 2.000", words());
    robot.onFx(() -> layers().setValue(2));
    assertEquals("Number 0: 3.000", words());
    key(KeyCode.DELETE, false);
    assertEquals(
        new CodeInW(List.of(1f, -2f, 0.5f, 0f, 2f, -4f, 1f, 0f, 0f, -6f, 1.5f, 0f)), current());
    assertFalse(robot.find("#codes-space-z", ToggleButton.class).isVisible());
    robot.onFx(() -> layers().setValue(-1));
    key(KeyCode.DELETE, false);
    assertEquals(
        List.of(0f, 1f, -1f),
        List.of(0, 4, 8).stream().map(((CodeInW) current()).numbers()::get).toList());
    robot.press("#code-reset");
    assertEquals("code(1.0,-2.0,0.5,0.0)", current().toString());
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Integer> layers() {
    return (ComboBox<Integer>) robot.find("#code-layer", ComboBox.class);
  }

  @Test
  void codesAreCopiedAndPasted() {
    at("slerp(1,2,0.5)");
    robot.press("#code-copy");
    assertEquals("slerp(1,2,0.5)", robot.ask(() -> Clipboard.getSystemClipboard().getString()));
    paste("vary(7,0.25,9)");
    assertEquals("vary(7,0.25,9)", current().toString());
    paste("no code");
    assertTrue(words().contains("is no latent code"), words());
    paste("code(1,2)");
    assertTrue(words().contains("of another generator"), words());
    paste(" ");
    assertTrue(words().contains("no text to paste"), words());
    assertEquals("vary(7,0.25,9)", current().toString());
  }

  private void paste(String text) {
    robot.onFx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
    robot.press("#code-paste");
  }

  @Test
  void whereBothEndsAreLockedNothingMoves() {
    at("code(1,-2,0.5,0)");
    locked = true;
    drag(0, -32);
    assertEquals("code(1.0,-2.0,0.5,0.0)", current().toString());
    assertTrue(words().contains("locked"), words());
    assertEquals(1f, robot.ask(() -> canvas().value(0)));
  }

  @Test
  void numbersOfAnotherCodeArePassedOver() {
    at("code(1,-2,0.5,0)");
    waits = true;
    at("code(9,9,9,9)");
    drag(0, -32);
    assertEquals("code(9.0,9.0,9.0,9.0)", current().toString(), "they are not here yet");
    robot.onFx(
        () ->
            bars.numbersProperty()
                .set(CodeNumbers.of(LatentPoint.parse("code(5,5,5,5)"), Space.Z, half, 9, mapped)));
    assertEquals(1f, robot.ask(() -> canvas().value(0)));
    waits = false;
    robot.onFx(this::work);
    assertEquals(9f, robot.ask(() -> canvas().value(0)));
  }

  @Test
  void withoutAMappingNetworkThereIsOneSpace() {
    mapped = false;
    at("42");
    assertFalse(robot.ask(() -> bars.lookup("#codes-space-w").getParent().isVisible()));
    robot.onFx(() -> bars.currentProperty().set(null));
    robot.onFx(() -> bars.numbersProperty().set(null));
    assertEquals("", words());
    assertTrue(robot.ask(() -> canvas().isDisabled()));
  }

  @Test
  void fiveHundredAndTwelveNumbersInEighteenLayersChangeWithoutLag() {
    half = CodeNumbersTest.layered(512, 18);
    robot.onFx(() -> bars.spaceProperty().set(Space.W));
    at("42");
    robot.onFx(() -> canvas().requestFocus());
    key(KeyCode.UP, false);
    long begun = System.nanoTime();
    robot.onFx(
        () -> {
          for (int i = 0; i < 100; i++) {
            KeyCode code = i % 2 == 0 ? KeyCode.UP : KeyCode.RIGHT;
            canvas().fireEvent(PageRobot.event(KeyEvent.KEY_PRESSED, code));
            bars.layout();
          }
        });
    double millis = (System.nanoTime() - begun) / 1e6 / 100;
    assertTrue(millis < 50, () -> millis + " ms a key");
  }
}
