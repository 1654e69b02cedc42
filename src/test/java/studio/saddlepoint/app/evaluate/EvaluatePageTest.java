package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.PageRobot;
import studio.saddlepoint.app.evaluate.model.RealChoice;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.WTruncation;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.TorchScriptKind;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;
import studio.saddlepoint.run.event.ScoreSettings;

class EvaluatePageTest extends EvaluatePageFixture {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void aStyledGeneratorIsTruncatedInWAndOthersByAThreshold() throws Exception {
    assertFalse(robot.has("#evaluate-truncation-psi"));
    robot.onFx(() -> robot.find("#evaluate-truncation", Slider.class).setValue(0.7));
    Recipe styled = TinyGenerator.styled();
    RunFolder other = RunFolder.create(folder.resolve("runs"), styled);
    other.saveCheckpoint(new Checkpoint(1000, 1000, styled, Map.of(), Map.of()));
    robot.onFx(() -> studio.open(other));
    robot.waitFor(() -> robot.has("#evaluate-truncation-psi"));
    assertFalse(robot.has("#evaluate-truncation"));
    robot.onFx(() -> robot.find("#evaluate-truncation-psi", Slider.class).setValue(0.6));
    robot.onFx(() -> robot.find("#evaluate-truncation-psi-layers", Slider.class).setValue(3));
    assertTrue(robot.shows("first 3 of 8"));
    robot.waitFor(() -> robot.find("#snapshot", ComboBox.class).getValue() != null);
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals(new WTruncation(0.6, 3), subject.get().inW());
    assertTrue(asked.get().truncation().isEmpty(), "the other run's threshold");
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> robot.has("#evaluate-truncation"));
    robot.waitFor(() -> robot.find("#snapshot", ComboBox.class).getValue() != null);
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals(WTruncation.NONE, subject.get().inW());
  }

  @Test
  void measuresWhatTheFormAsksForAndKeepsTheScore() throws Exception {
    robot.onFx(() -> robot.find("#evaluate-samples", ComboBox.class).getSelectionModel().select(0));
    robot.onFx(() -> robot.find("#evaluate-truncation", Slider.class).setValue(0.7));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals(512, asked.get().samples());
    assertEquals(0.7, asked.get().truncation().orElseThrow());
    assertEquals("23.46", robot.find("#value-fid", Label.class).getText());
    assertTrue(robot.shows("34 of 100 real pictures"));
    assertTrue(robot.shows("How it was made: FID (Strokes classifier, 512"));
    assertTrue(robot.shows("biased upwards"));
    assertTrue(robot.shows("95 % interval: 0.300 to 0.400"));
    assertTrue(robot.shows("horse"));
    assertTrue(robot.shows("An exact copy"));
    assertEquals(RealChoice.TRAIN, against.get());
    robot.waitFor(() -> robot.has("#evaluate-export"));
    assertEquals(1, run.scores().size());
    assertEquals(1000, run.scores().get(0).step());
    robot.press("#evaluate-copy");
    String text = clipboard();
    assertTrue(text.startsWith("FID 23.46, Recall 0.340 (0.300 to 0.400)\nFID (Strokes"), text);
    robot.choose("#evaluate-export", "evaluate-copy-csv");
    robot.waitFor(() -> clipboard().contains("1000,averaged,"));
    Path file = folder.resolve("scores.md");
    answers.file(file);
    robot.choose("#evaluate-export", "evaluate-save-md");
    robot.waitFor(() -> Files.exists(file));
    assertTrue(Files.readString(file).contains("0.340 (0.300 to 0.400)"));
  }

  @Test
  void numbersAreShownWithTheProblemWhereTheyCannotBeKept() throws Exception {
    Files.writeString(run.path().resolve("evaluations"), "no folder can be made here");
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals("23.46", robot.find("#value-fid", Label.class).getText());
    String problem = robot.find("#evaluate-problem", Label.class).getText();
    assertTrue(problem.contains("could not all be kept with the run"), problem);
    assertTrue(problem.contains("evaluations"), problem);
    assertEquals(1, run.scores().size(), "what can be kept is");
  }

  @Test
  void numbersAreShownWhereNotEvenTheScoreCanBeKept() throws Exception {
    Files.createDirectory(run.path().resolve("scores.jsonl"));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals("23.46", robot.find("#value-fid", Label.class).getText());
    String problem = robot.find("#evaluate-problem", Label.class).getText();
    assertTrue(problem.contains("scores.jsonl"), problem);
  }

  private String clipboard() {
    return robot.ask(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void earlierScoreIsShownAgainWithAllThatWasFound() throws Exception {
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    robot.onFx(() -> studio.open(run));
    robot.waitFor(() -> robot.has(".table-view") && !robot.has("#value-fid"));
    ScrollPane scroll = robot.find(".evaluate-results-scroll", ScrollPane.class);
    robot.onFx(() -> scroll.setVvalue(1));
    robot.onFx(
        () -> {
          TableView<?> table = robot.find(".table-view", TableView.class);
          table.getSelectionModel().select(0);
          table.fireEvent(PageRobot.event(KeyEvent.KEY_PRESSED, KeyCode.ENTER));
        });
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals(0, robot.ask(scroll::getVvalue));
    assertTrue(robot.shows("95 % interval: 0.300 to 0.400"));
    assertTrue(robot.shows("biased upwards"));
    assertTrue(robot.shows("horse"));
    assertTrue(robot.shows("An exact copy"));
  }

  @Test
  void showsWhatATrainingMeasuresWhileThePageIsOpen() throws Exception {
    for (long step : new long[] {600, 1200}) {
      robot.onFx(() -> tell(step));
      robot.waitFor(() -> robot.has(".table-view"));
      int rows = (int) (step / 600);
      robot.waitFor(() -> robot.find(".table-view", TableView.class).getItems().size() == rows);
    }
  }

  /** The training tells a score, as it does in the middle of its steps. */
  private void tell(long step) {
    studio
        .openRunProperty()
        .get()
        .history()
        .add(
            List.of(
                new Event.Scored(
                    Instant.now(),
                    step,
                    "averaged",
                    Map.of("fid", 9.0),
                    "FID (Strokes classifier)",
                    ScoreSettings.NONE)));
  }

  @Test
  void cancelledMeasurementKeepsNothing() throws Exception {
    extractor(PixelKind.PIXELS);
    robot.onFx(() -> robot.find("#evaluate-run", Node.class).requestFocus());
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.shows("Drawing samples"));
    // Not on the button that cancels: the next press of a key would end what was begun.
    robot.waitFor(() -> robot.find(".progress-pane", Node.class).isFocused());
    robot.onFx(() -> robot.find("#progress-cancel", Node.class).requestFocus());
    robot.press("#progress-cancel");
    robot.waitFor(() -> !robot.has("#progress-cancel"));
    robot.waitFor(() -> robot.find("#evaluate-run", Node.class).isFocused());
    assertTrue(run.scores().isEmpty());
    assertFalse(robot.has("#value-fid"));
  }

  @Test
  void problemsAreToldInPlace() throws Exception {
    extractor(TorchScriptKind.TORCH_SCRIPT);
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.shows("No TorchScript file is chosen"));
    extractor(ClassifierKind.CLASSIFIER);
    for (Metric metric : Metrics.USUAL) {
      robot.press("#evaluate-metric-" + metric.name().toLowerCase(Locale.ROOT));
    }
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.shows("No metric is chosen"));
  }

  @Test
  void otherRunIsLookedAtOnTheSamePage() {
    robot.onFx(() -> studio.pageProperty().set("evaluate"));
    robot.onFx(() -> studio.open(run));
    assertEquals("evaluate", robot.ask(() -> studio.pageProperty().get()));
    robot.onFx(() -> studio.pageProperty().set("start"));
    robot.onFx(() -> studio.open(run));
    assertEquals("train", robot.ask(() -> studio.pageProperty().get()));
  }

  @Test
  void cardTellsItsCountsAndItsWarningInBrief() throws Exception {
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertTrue(robot.shows("512 vs train"));
    Label brief = robot.find(".card-warning", Label.class);
    assertEquals("Fewer than 2,048 samples", brief.getText());
    assertTrue(brief.getAccessibleText().contains("biased upwards"));
  }

  @Test
  void cardOfANumberThatIsNotFiniteTellsTheReason() throws Exception {
    robot.press("#evaluate-metric-realism");
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-realism"));
    assertEquals("∞", robot.find("#value-realism", Label.class).getText());
    assertTrue(robot.shows("exact copies of real ones, so it is infinite"));
  }
}
