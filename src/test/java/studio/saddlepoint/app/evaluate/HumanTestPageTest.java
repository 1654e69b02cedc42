package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.evaluate.human.Dealing;
import studio.saddlepoint.app.evaluate.human.HumanPane;
import studio.saddlepoint.app.evaluate.model.Measuring;
import studio.saddlepoint.app.fx.PictureView;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.metrics.human.HumanDeck;
import studio.saddlepoint.run.event.ScoreCard;

class HumanTestPageTest extends EvaluatePageFixture {
  private static final int WHITE = 0xffffffff;
  private static final int BLACK = 0xff000000;

  /** The time goes on when a test says so. */
  private final AtomicLong clock = new AtomicLong();

  private volatile int dealt;

  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Override
  long nanos() {
    return clock.get();
  }

  /** White pictures are real, black ones generated; they take turns. */
  @Override
  Dealing.Dealt deal(
      Measuring.Subject subject,
      int count,
      OptionalDouble truncation,
      long seed,
      Progress progress) {
    if (truncation.isPresent()) {
      throw new StudioException("The truncation does not suit.");
    }
    dealt++;
    List<HumanDeck.Card> cards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] pixels = new int[64];
      Arrays.fill(pixels, i % 2 == 0 ? WHITE : BLACK);
      cards.add(new HumanDeck.Card(new Picture(8, 8, pixels), i % 2 == 0));
    }
    return new Dealing.Dealt(1000, new HumanDeck(cards));
  }

  @BeforeEach
  void chooseTheHumanTest() throws Exception {
    robot.press("#evaluate-view-human");
    robot.waitFor(() -> robot.has("#human-count-20"));
    robot.press("#human-count-20");
  }

  private void key(KeyCode code) {
    robot.key(robot.find(".human-test", HumanPane.class), code);
  }

  private Picture shown() {
    return robot.ask(
        () -> ((PictureView) robot.find(".human-frame .picture-view", Node.class)).picture());
  }

  private void begin() throws Exception {
    robot.press("#human-start");
    robot.waitFor(() -> robot.has(".human-test"));
    assertTrue(robot.shows("Press the space bar, or click here, "));
    assertFalse(robot.shows("Paused"));
    key(KeyCode.SPACE);
  }

  @Test
  void wholeTestIsDoneByKeyboardAndKeptWithTheRun() throws Exception {
    begin();
    assertTrue(robot.shows("Picture 1 of 20"));
    for (int i = 0; i < 20; i++) {
      Picture picture = shown();
      assertNotNull(picture);
      boolean real = picture.argb()[0] == WHITE;
      // Wrong on the first real picture and on the first two generated ones.
      boolean lie = i == 0 || i == 1 || i == 3;
      key(real != lie ? KeyCode.LEFT : KeyCode.RIGHT);
    }
    robot.waitFor(() -> robot.has("#value-human_error"));
    // One key too many must not choose other weights.
    assertTrue(
        robot.ask(
            () ->
                robot.find(".human-result", Node.class).getScene().getFocusOwner()
                    instanceof ScrollPane));
    assertTrue(robot.shows("Only 20 answers: the interval is wide."));
    assertEquals("15 %", robot.find("#value-human_error", Label.class).getText());
    assertEquals("10 %", robot.find("#value-human_error_real", Label.class).getText());
    assertEquals("20 %", robot.find("#value-human_error_generated", Label.class).getText());
    assertTrue(robot.shows("They can be told apart: 3 of 20"));
    assertTrue(robot.shows("95 % interval: 5 % to 36 %"));
    assertTrue(robot.shows("Generated, and you said real: 2"));
    assertTrue(robot.shows("untimed, 10 of train and 10 generated, trunc none"));
    robot.waitFor(() -> !run.scores().isEmpty());
    ScoreCard card = run.scores().get(0);
    assertEquals(1000, card.step());
    assertEquals("untimed", card.settings().text("pace"));
    assertEquals(10, card.settings().count("fake_count"));
    assertEquals(0.15, card.values().get("human_error"));
    assertEquals(10.0, card.values().get("human_real"));
    assertEquals(0.052, card.values().get("human_error.low"), 1e-3);
    assertEquals(0.360, card.values().get("human_error.high"), 1e-3);
    robot.press("#human-again");
    robot.waitFor(() -> robot.shows("Earlier tests of this run"));
    assertTrue(robot.shows("Wrong on 10 % of the real and 20 % of the generated pictures"));
    assertTrue(robot.shows("95 % interval: 5 % to 36 %"));
  }

  @Test
  void keyThatIsHeldDownAnswersOnce() throws Exception {
    begin();
    robot.onFx(
        () -> {
          Node pane = robot.find(".human-test", HumanPane.class);
          for (int i = 0; i < 5; i++) {
            pane.fireEvent(PageRobot.event(KeyEvent.KEY_PRESSED, KeyCode.LEFT));
          }
        });
    assertTrue(robot.shows("Picture 2 of 20"));
    robot.press("#human-generated");
    assertTrue(robot.shows("Picture 3 of 20"));
  }

  @Test
  void endedTestKeepsNothing() throws Exception {
    begin();
    key(KeyCode.LEFT);
    key(KeyCode.ESCAPE);
    assertTrue(robot.has("#human-start"));
    assertTrue(run.scores().isEmpty());
    begin();
    assertTrue(robot.shows("Picture 1 of 20"));
    assertEquals(2, dealt);
    robot.press("#human-cancel");
    assertTrue(robot.has("#human-start"));
  }

  @Test
  void leavingThePageWaitsForThePerson() throws Exception {
    begin();
    key(KeyCode.LEFT);
    robot.onFx(page::hidden);
    robot.onFx(() -> robot.find("#human-cancel", Node.class).requestFocus());
    robot.onFx(page::shown);
    robot.waitFor(() -> robot.find(".human-test", Node.class).isFocused());
    assertTrue(robot.shows("Paused. Press the space bar, or click here, to go on"));
    assertEquals(null, shown());
    key(KeyCode.SPACE);
    assertTrue(robot.shows("Picture 2 of 20"));
    assertFalse(robot.shows("Paused"));
    assertNotNull(shown());
  }

  @Test
  void timedPicturesGiveWayToNoiseAndAdapt() throws Exception {
    robot.press("#human-pace-staircase");
    begin();
    assertEquals(null, shown());
    passes(510);
    robot.waitFor(() -> shownIs(WHITE));
    passes(490);
    robot.onFx(() -> {});
    assertTrue(robot.ask(() -> shownIs(WHITE)));
    passes(20);
    robot.waitFor(() -> !shownIs(WHITE));
    assertNotNull(shown());
    robot.onFx(page::hidden);
    robot.onFx(page::shown);
    assertTrue(robot.shows("Look at the middle: it will be seen for a moment only."));
    key(KeyCode.SPACE);
    assertEquals(null, shown());
    passes(510);
    robot.waitFor(() -> shownIs(WHITE));
    key(KeyCode.LEFT);
    assertEquals(null, shown());
    for (int i = 1; i < 20; i++) {
      int expected = i % 2 == 0 ? WHITE : BLACK;
      passes(510);
      robot.waitFor(() -> shownIs(expected));
      key(i % 2 == 0 ? KeyCode.LEFT : KeyCode.RIGHT);
    }
    robot.waitFor(() -> robot.has("#value-human_error"));
    assertEquals("0 %", robot.find("#value-human_error", Label.class).getText());
    robot.waitFor(() -> !run.scores().isEmpty());
    assertEquals(120.0, run.scores().get(0).values().get("human_threshold_ms"));
  }

  private void passes(long millis) {
    clock.addAndGet(millis * 1_000_000);
  }

  private boolean shownIs(int colour) {
    Picture picture =
        ((PictureView) robot.find(".human-frame .picture-view", Node.class)).picture();
    return picture != null && Arrays.stream(picture.argb()).allMatch(each -> each == colour);
  }

  @Test
  void problemsAreToldInPlace() throws Exception {
    robot.onFx(
        () -> robot.find("#human-truncation", javafx.scene.control.Slider.class).setValue(0.5));
    robot.press("#human-start");
    robot.waitFor(() -> robot.shows("The truncation does not suit."));
    assertTrue(robot.has("#human-start"));
  }
}
