package studio.saddlepoint.app.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import studio.saddlepoint.app.evaluate.form.EvaluateForm;
import studio.saddlepoint.app.evaluate.model.RealChoice;
import studio.saddlepoint.app.evaluate.model.ReferenceKind;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.Comparison;
import studio.saddlepoint.metrics.EvaluationRequest;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorKind;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.InceptionKind;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.MemorisationMetric;
import studio.saddlepoint.metrics.metric.MetricGroup;
import studio.saddlepoint.metrics.metric.Metrics;
import studio.saddlepoint.metrics.record.ScoreGroup;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.run.event.ScoreCard;

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
  void formOffersAllThatIsRegistered() {
    assertEquals(Extractors.ALL, robot.ask(() -> List.copyOf(extractors().getItems())));
    Metrics.ALL.forEach(
        each ->
            assertTrue(
                robot.has("#evaluate-metric-" + each.name().toLowerCase(Locale.ROOT)), each.key()));
  }

  /** FID by one extractor beside precision by another: a score of each, in tables apart. */
  @Test
  void groupOfMetricsMayHaveFeaturesOfItsOwn() throws Exception {
    extractor(ClassifierKind.CLASSIFIER);
    robot.press("#evaluate-others");
    robot.onFx(() -> other().setValue(Optional.of(RandomConvolutionKind.RANDOM)));
    assertTrue(robot.has("#evaluate-seed"));
    robot.press("#evaluate-run");
    robot.waitFor(() -> robot.has("#value-fid"));
    List<EvaluationRequest> requests = allAsked.get();
    assertEquals(
        List.of(ClassifierKind.CLASSIFIER.usual(), RandomConvolutionKind.RANDOM.usual()),
        requests.stream().map(EvaluationRequest::extractor).toList());
    assertTrue(requests.get(0).metrics().contains(FidMetric.FID));
    assertTrue(
        requests.get(1).metrics().stream().allMatch(each -> each.group() == MetricGroup.NEIGHBOURS),
        requests.toString());
    assertTrue(robot.shows("Random convolutions, 512 vs"));
    assertEquals(2, run.scores().size());
    assertEquals(2, ScoreGroup.of(run.scores()).size());
    assertEquals(2, run.scores().stream().map(ScoreCard::time).distinct().count());
    // Folded up again, nothing stays chosen unseen.
    robot.press("#evaluate-others");
    assertEquals(Optional.empty(), robot.ask(() -> other().getValue()));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Optional<ExtractorKind>> other() {
    return robot.find("#evaluate-other-neighbours", ComboBox.class);
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
