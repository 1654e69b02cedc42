package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.PretendTraining;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.Situation;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.metric.KidMetric;
import studio.saddlepoint.metrics.pace.PlannedWork;
import studio.saddlepoint.metrics.pace.Work;

/** What the form asks for by itself. */
class FittedFormTest extends EvaluatePageFixture {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Override
  StudioModel studio() {
    return PageRobot.studio(folder, (run, listener) -> PretendTraining.start(run, listener, 100));
  }

  private void data(boolean classifierKept) throws Exception {
    situation =
        Optional.of(
            new Situation(
                new ImageShape(1, 28, 28), 60_000, 10_000, 60_000, classifierKept, "dcgan-32"));
    robot.onFx(page::shown);
    robot.waitFor(() -> !cost().isEmpty());
  }

  private String cost() {
    return robot.find("#evaluate-cost", Label.class).getText();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Integer> samples() {
    return robot.find("#evaluate-samples", ComboBox.class);
  }

  private EvaluationRequest measured() throws Exception {
    asked.set(null);
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid") && asked.get() != null);
    return asked.get();
  }

  @Test
  void fitsASlowComputerAfterAShortTry() throws Exception {
    data(true);
    assertTrue(cost().startsWith("2,048 pictures: about "), cost());
    assertTrue(cost().contains("Measure begins with a short try."), cost());
    slowness = 40;
    EvaluationRequest request = measured();
    assertEquals(1, tries.get());
    assertEquals(1024, request.samples());
    assertFalse(request.metrics().contains(KidMetric.KID));
    robot.waitFor(() -> robot.ask(() -> samples().getValue()) == 1024);
    robot.waitFor(() -> cost().startsWith("1,024 pictures: about "));
    assertFalse(cost().contains("short try"), cost());
    // It is known now.
    measured();
    assertEquals(1, tries.get());
  }

  /** What a person reads is what is measured; only its cost is told anew. */
  @Test
  void whatIsAskedForStaysWhenATrainingBegins() throws Exception {
    data(true);
    slowness = 10;
    measured();
    robot.waitFor(() -> cost().startsWith("2,048 pictures: about "));
    String atRest = cost();
    robot.onFx(() -> studio.openRunProperty().get().start());
    robot.waitFor(() -> !cost().equals(atRest));
    assertTrue(cost().startsWith("2,048 pictures: about "), cost());
    assertEquals(2048, robot.ask(() -> samples().getValue()));
    robot.onFx(
        () -> {
          page.hidden();
          page.shown();
        });
    robot.waitFor(() -> robot.ask(() -> samples().getValue()) < 2048);
    robot.onFx(() -> studio.openRunProperty().get().stop());
  }

  @Test
  void choiceOfAPersonStaysUntilSheLeavesItToWhatFits() throws Exception {
    data(true);
    robot.onFx(() -> samples().setValue(10_000));
    assertTrue(cost().startsWith("10,000 pictures: about "), cost());
    assertTrue(cost().contains("50,000: about "), cost());
    slowness = 40;
    assertEquals(10_000, measured().samples());
    assertEquals(10_000, robot.ask(() -> samples().getValue()));
    robot.press("#evaluate-fit");
    robot.waitFor(() -> robot.ask(() -> samples().getValue()) == 1024);
  }

  @Test
  void classifierThatHasToLearnForMinutesIsNotTakenByItself() throws Exception {
    paces.took(new PlannedWork(Work.LEARNING, "classifier 28x28x1", 10), 60);
    data(false);
    assertEquals(RandomConvolutionKind.RANDOM, robot.ask(() -> extractors().getValue()));
    assertTrue(cost().contains("as it learns this data first"), cost());
    assertEquals(RandomConvolutionKind.RANDOM.usual(), measured().extractor());
    extractor(ClassifierKind.CLASSIFIER);
    assertTrue(cost().contains("the classifier learns this data first"), cost());
    assertEquals(ClassifierKind.CLASSIFIER.usual(), measured().extractor());
    AtomicReference<Boolean> chosen = new AtomicReference<>();
    robot.onFx(() -> chosen.set(robot.find("#evaluate-metric-kid", CheckBox.class).isSelected()));
    assertEquals(false, chosen.get());
  }
}
