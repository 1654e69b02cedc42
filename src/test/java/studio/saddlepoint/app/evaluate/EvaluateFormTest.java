package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.extractor.InceptionKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.store.KnownWeights;

class EvaluateFormTest extends EvaluatePageFixture {
  @Start
  void start(Stage stage) {
    open(stage);
  }

  @Test
  void weightsThatAreNotHereAreOfferedInsteadOfMeasuring() throws Exception {
    extractor(InceptionKind.INCEPTION);
    assertTrue(robot.shows("are not on this computer"));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#weights-download"));
    assertEquals(null, asked.get());
    robot.press("#weights-close");
    robot.waitFor(() -> !robot.has("#weights-download"));
    // The keyboard is where it was needed, not lost.
    assertTrue(robot.ask(() -> extractors().isFocused()));
    Files.createDirectories(Home.at(folder).caches().resolve("weights"));
    Files.writeString(
        Home.at(folder).caches().resolve("weights").resolve(KnownWeights.INCEPTION.fileName()),
        "weights");
    try {
      robot.press("#evaluate-run");
      robot.waitFor(() -> robot.has("#value-fid"));
      assertEquals(InceptionKind.INCEPTION.usual(), asked.get().extractor());
    } finally {
      Files.delete(
          Home.at(folder).caches().resolve("weights").resolve(KnownWeights.INCEPTION.fileName()));
    }
  }

  @Test
  void folderToCompareWithIsAskedForAndLimitsTheMetrics() throws Exception {
    robot.onFx(() -> againsts().setValue(ReferenceKind.FOLDER));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.shows("No images to compare with are chosen"));
    assertTrue(
        robot.ask(() -> robot.find("#evaluate-metric-memorisation", CheckBox.class).isDisabled()));
    answers.file(folder);
    robot.press("#evaluate-against-choose");
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals(new RealChoice.Other(new Comparison.RealFolder(folder)), against.get());
    assertFalse(asked.get().metrics().contains(MemorisationMetric.MEMORISATION));
    robot.onFx(() -> againsts().setValue(ReferenceKind.STATISTICS));
    assertTrue(robot.shows("Nothing chosen"));
  }

  @Test
  void heldOutDataIsComparedWithButTellsNothingOfMemorisation() throws Exception {
    robot.onFx(() -> againsts().setValue(ReferenceKind.HELD_OUT));
    assertTrue(robot.shows("Not against what is chosen above: Memorisation."));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    assertEquals(new RealChoice.Own(Split.TEST), against.get());
    assertFalse(asked.get().metrics().contains(MemorisationMetric.MEMORISATION));
  }

  @Test
  void featuresSayWhatTheyCannotTell() throws Exception {
    assertFalse(robot.shows("Not from"));
    extractor(PixelKind.PIXELS);
    assertTrue(robot.shows("Not from Pixels: Inception score; Classes."));
    extractor(InceptionKind.INCEPTION);
    assertFalse(robot.shows("Not from"));
  }

  @Test
  void foreignCodeIsOnlyRunWhenThePersonTrustsIt() throws Exception {
    EvaluateForm form = robot.find(".evaluate-form", EvaluateForm.class);
    robot.onFx(() -> form.take(Path.of("/somewhere/bad.pt")));
    assertTrue(robot.shows("No file chosen"));
    robot.onFx(() -> form.take(Path.of("/somewhere/good.pt")));
    assertTrue(robot.shows("good.pt"));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.shows("good.pt gives no features."));
  }
}
