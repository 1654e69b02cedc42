package studio.saddlepoint.app.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
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
import studio.saddlepoint.app.Lesson;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.chart.PlotView;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.Protocol;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.lesson.FidOverSamples;
import studio.saddlepoint.metrics.lesson.OnePictureAClass;

/** The lessons about scores, with measurements that take no time. */
@ExtendWith(ApplicationExtension.class)
class ScoreLessonPagesTest {
  private static final Map<String, Double> REAL =
      Map.of(
          "inception_score", 9.5,
          "mode_coverage", 1.0,
          "precision", 0.9,
          "recall", 0.88,
          "coverage", 0.97,
          "fid", 2.0);

  @TempDir static Path folder;

  private final AtomicReference<OnePictureAClassPage.Shown> repeated = new AtomicReference<>();
  private final AtomicReference<FidOverSamples> fids = new AtomicReference<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private StudioModel studio;
  private Stage stage;
  private LessonPage page;
  private PageRobot robot;

  @Start
  void start(Stage shown) {
    stage = shown;
    studio = PageRobot.studio(folder);
    // A window is there whatever the test opens in it.
    open(new FidOverSamplesPage(studio, progress -> measured(fids, progress)));
  }

  private void open(LessonPage next) {
    page = next;
    robot = PageRobot.open(stage, page);
  }

  @AfterEach
  void close() {
    gate.countDown();
    robot.close(page, studio);
  }

  private <T> T measured(AtomicReference<T> outcome, Progress progress) {
    while (gate.getCount() > 0) {
      progress.report("Looking at real images", 0.5);
      progress.checkCancelled();
      Thread.onSpinWait();
    }
    T made = outcome.get();
    if (made == null) {
      throw new StudioException("The disk is full: free 1 GB.");
    }
    return made;
  }

  private static EvaluationResult result(Map<String, Double> values) {
    return new EvaluationResult(
        values, new Protocol.Told("FID (Strokes classifier)"), Duration.ZERO, List.of());
  }

  private static OnePictureAClassPage.Shown outcome(Map<String, Double> changed) {
    ImageSource grey =
        new ImageSource() {
          @Override
          public ImageShape shape() {
            return new ImageShape(1, 4, 4);
          }

          @Override
          public float[] images(int from, int count) {
            return new float[count * shape().pixels()];
          }
        };
    Map<String, Double> values = new HashMap<>(REAL);
    values.putAll(changed);
    return OnePictureAClassPage.Shown.of(
        new OnePictureAClass(grey, grey, 100, 10, result(REAL), result(values)));
  }

  private static FidOverSamples curve(double... values) {
    List<FidOverSamples.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int parts = 1 << values.length - 1 - i;
      points.add(new FidOverSamples.Point(64 << i, parts, values[i], 0.1 * i, parts == 1 ? 0 : 2));
    }
    return new FidOverSamples(points, new FidInfinity(0.5, 640), 4_096, 96, "Strokes classifier");
  }

  private String found() {
    return robot.ask(() -> robot.find("#lesson-found", Label.class).getText());
  }

  private String sees(String measure) {
    return robot.ask(() -> robot.find("#lesson-sees-" + measure, Label.class).getText());
  }

  private void openRepeated() {
    robot.onFx(
        () -> open(new OnePictureAClassPage(studio, progress -> measured(repeated, progress))));
  }

  @Test
  void saysOfEveryScoreWhetherItSawTheFault() throws Exception {
    openRepeated();
    assertEquals("Lesson: A perfect score from one picture a class", page.title());
    assertTrue(robot.shows("Nothing measured yet"));
    repeated.set(
        outcome(
            Map.of(
                "inception_score", 9.99,
                "precision", 1.0,
                "recall", 0.005,
                "coverage", 0.02,
                "fid", 220.0)));
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.has("#lesson-sees-fid"));
    assertEquals(
        "Blind to the fault: Inception score, Classes hit, Precision. Seen by: Recall, Coverage, FID.",
        found());
    assertEquals("no", sees("inception_score"));
    assertEquals("yes", sees("recall"));
    assertTrue(robot.shows("9.990 of at most 10, more than the real pictures have"));
    assertTrue(robot.shows("Only 0.5 % of the real pictures lie among these, against 88.0 %"));
    assertTrue(robot.shows("Measured as FID (Strokes classifier)."));
  }

  @Test
  void saysSoWhereItComesOutOtherwise() throws Exception {
    openRepeated();
    repeated.set(outcome(Map.of("inception_score", 8.0)));
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.has("#lesson-sees-fid"));
    assertEquals("yes", sees("inception_score"));
    assertEquals("no", sees("recall"));
    assertTrue(robot.shows("8.000 of at most 10, less than the real pictures’ 9.500"));
    assertTrue(robot.shows("As many of the real pictures lie among these"));
    assertEquals(
        "Blind to the fault: Classes hit, Precision, Recall, Coverage, FID. Seen by: Inception score.",
        found());
    repeated.set(outcome(Map.of()));
    robot.waitFor(() -> robot.has("#lesson-begin"));
    robot.press("#lesson-begin");
    robot.waitFor(() -> found().equals("None of these scores saw the fault this time."));
  }

  @Test
  void drawsBothScoresOverTheNumberOfPictures() throws Exception {
    assertFalse(robot.ask(() -> robot.find("#lesson-found", Node.class).isVisible()));
    fids.set(curve(12, 6, 3, 1.5));
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.shows("FID is 12.00 with 64 pictures and 1.50 with 512."));
    assertEquals(
        2L,
        robot.ask(
            () ->
                page.content().lookupAll(".plot-view").stream()
                    .filter(PlotView.class::isInstance)
                    .count()));
    assertTrue(robot.shows("FID∞ 0.50"));
    assertTrue(robot.shows("So a generator looks 10.50 worse"));
    assertTrue(robot.shows("no farther apart than chance makes it"));
  }

  @Test
  void saysSoWhereFidDoesNotFallOrKidMoves() {
    List<String> sentences = FidOverSamplesPage.sentences(curve(3, 4, 2));
    assertTrue(sentences.get(0).contains("it does not fall with each doubling"));
    assertTrue(sentences.stream().noneMatch(each -> each.contains("looks")), sentences.toString());
    List<FidOverSamples.Point> far =
        List.of(
            new FidOverSamples.Point(64, 101, 9, 5, 1), new FidOverSamples.Point(128, 1, 8, 0, 0));
    sentences =
        FidOverSamplesPage.sentences(
            new FidOverSamples(far, new FidInfinity(0, 1), 4_096, 96, "Strokes classifier"));
    assertTrue(
        sentences.get(3).startsWith("KID is 5.00 ± 0.10 with 64 pictures"), sentences.toString());
    assertTrue(sentences.get(3).contains("farther apart than chance usually makes it"));
  }

  @Test
  void aCancelledMeasurementLeavesTheKeyboardOnItsButton() throws Exception {
    gate = new CountDownLatch(1);
    robot.onFx(() -> robot.find("#lesson-begin", Node.class).requestFocus());
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.has("#progress-cancel"));
    assertTrue(robot.ask(() -> robot.find("#lesson-begin", Button.class).isDisabled()));
    robot.onFx(() -> robot.find("#progress-cancel", Node.class).requestFocus());
    robot.press("#progress-cancel");
    robot.waitFor(() -> robot.find("#lesson-begin", Node.class).isFocused());
    assertTrue(robot.shows("Nothing measured yet"));
  }

  @Test
  void whatGoesWrongIsSaidAndTheLessonLeadsBack() throws Exception {
    robot.press("#lesson-begin");
    robot.waitFor(() -> robot.shows("The disk is full: free 1 GB."));
    robot.onFx(() -> studio.pageProperty().set(Lesson.FID_OVER_SAMPLES.page()));
    robot.press("#lesson-back");
    assertEquals("start", robot.ask(() -> studio.pageProperty().get()));
  }

  @Test
  void everyLessonHasAPageThatTheStartPageLeadsTo() {
    List<String> pages =
        robot.ask(() -> LessonPages.all(studio).stream().map(each -> each.id()).toList());
    assertEquals(
        List.of("lesson-vae-beside-gan", "lesson-one-picture-a-class", "lesson-fid-over-samples"),
        pages);
  }
}
