package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.TorchScriptKind;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ReferenceImages;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.FidMetric;
import studio.saddlepoint.metrics.metric.PrecisionRecallMetric;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.OperatorArchive;
import studio.saddlepoint.torch.TorchEngine;

class EvaluatorTest {
  private static final ToyImages TRAIN = new ToyImages("toy-train", 400, true, 1);
  private static final ToyImages TEST = new ToyImages("toy-test", 200, true, 2);
  private static final ImageSource GOOD = new ToyImages("good", 300, true, 3).generated(all(300));
  private static final ImageSource COLLAPSED =
      new ToyImages("one", 300, true, 4)
          .generated(IntStream.range(0, 300).map(i -> i % 5).toArray());

  @TempDir static Path caches;

  private static Evaluator evaluator;

  @BeforeAll
  static void makeEvaluator() {
    TorchEngine.start(Progress.NONE);
    evaluator = new Evaluator(caches);
  }

  @Test
  void tellsGoodImagesFromCollapsedOnes() {
    EvaluationResult good = evaluate(GOOD, ClassifierKind.CLASSIFIER.usual());
    EvaluationResult bad = evaluate(COLLAPSED, ClassifierKind.CLASSIFIER.usual());
    assertEquals(List.of("fid", "precision", "recall", "f1"), List.copyOf(good.values().keySet()));
    assertTrue(good.values().get("fid") < bad.values().get("fid") / 2, good + " " + bad);
    assertTrue(good.values().get("recall") > 0.6, good.toString());
    assertTrue(bad.values().get("recall") < 0.3, bad.toString());
    assertEquals(
        "FID, precision and recall k=3 (toy-train classifier, 300 vs 300 of train, trunc none)"
            + "; the classifier is right on 100.0 % of the test split",
        good.how().sentence());
    assertTrue(
        good.warnings()
            .contains(
                new Warning(
                    "Fewer than 2,048 samples: FID is biased upwards, the more so the fewer they are. Compare only FIDs of the same number.",
                    Set.of(FidMetric.FID))),
        good.warnings().toString());
  }

  @Test
  void keepsClassifierAndStatisticsAndMakesThemAgainWhenDamaged() throws IOException {
    EvaluationResult first = evaluate(GOOD, ClassifierKind.CLASSIFIER.usual());
    List<String> stages = new ArrayList<>();
    EvaluationResult second =
        evaluator.evaluate(
            GOOD,
            TRAIN,
            TEST,
            request(ClassifierKind.CLASSIFIER.usual()),
            (stage, fraction) -> stages.add(stage));
    assertEquals(first.values(), second.values());
    assertTrue(stages.stream().noneMatch(stage -> stage.startsWith("Training")), "trained");
    List<Path> files = kept(caches.resolve("statistics"));
    assertFalse(files.isEmpty());
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 9] ^= 1;
      Files.write(file, bytes);
    }
    assertEquals(first.values(), evaluate(GOOD, ClassifierKind.CLASSIFIER.usual()).values());
  }

  @Test
  void comparesWithTheHeldOutPartWhereThereIsOne() {
    EvaluationRequest request = request(PixelKind.PIXELS.usual());
    EvaluationResult heldOut =
        evaluator.evaluate(GOOD, TRAIN, TEST, Split.TEST, request, Progress.NONE);
    assertTrue(heldOut.how().sentence().contains("300 vs test, "), heldOut.how().sentence());
    EvaluationResult other = evaluator.evaluate(GOOD, TEST, TRAIN, request, Progress.NONE);
    assertEquals(other.values(), heldOut.values());
    StudioException refused =
        assertThrows(
            StudioException.class,
            () -> evaluator.evaluate(GOOD, TRAIN, TRAIN, Split.TEST, request, Progress.NONE));
    assertTrue(refused.getMessage().contains("too small to hold images back"));
  }

  @Test
  void isExactlyZeroForTheVeryImagesOfTheDataSet() {
    ImageSource copies = TRAIN.generated(ReferenceImages.choose(TRAIN, 400));
    EvaluationResult result =
        evaluator.evaluate(
            copies,
            TRAIN,
            TEST,
            new EvaluationRequest(
                PixelKind.PIXELS.usual(),
                400,
                OptionalDouble.of(0.7),
                Set.of(FidMetric.FID, PrecisionRecallMetric.PRECISION_RECALL),
                1),
            Progress.NONE);
    assertEquals(0, result.values().get("fid"));
    assertEquals(1, result.values().get("precision"));
    assertEquals(1, result.values().get("recall"));
    assertEquals(
        "FID, precision and recall k=3 (pixels, 400 vs train, trunc 0.7)", result.how().sentence());
  }

  @Test
  void takesATorchScriptFile() throws IOException {
    Path file =
        Files.write(
            caches.resolve("mine.pt"),
            OperatorArchive.pack(
                """
                                class Ops(Module):
                                  __parameters__ = []
                                  __buffers__ = []
                                  training : bool
                                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                                    return torch.flatten(torch.avg_pool2d(x, [8, 8], [8, 8], [0, 0], False, True, None), 1, -1)
                                """));
    EvaluationResult good = evaluate(GOOD, TorchScriptKind.of(file));
    EvaluationResult bad = evaluate(COLLAPSED, TorchScriptKind.of(file));
    assertTrue(good.how().sentence().contains("(mine.pt, 300 vs"), good.how().sentence());
    assertTrue(good.values().get("fid") < bad.values().get("fid"), good + " " + bad);
  }

  @Test
  void endsWhenCancelledAndKeepsNothing(@TempDir Path folder) throws IOException {
    Progress soonCancelled =
        new Progress() {
          private int reports;

          @Override
          public void report(String stage, double fraction) {
            reports++;
          }

          @Override
          public boolean cancelled() {
            return reports > 5;
          }
        };
    assertThrows(
        CancellationException.class,
        () ->
            new Evaluator(folder)
                .evaluate(
                    GOOD, TRAIN, TEST, request(ClassifierKind.CLASSIFIER.usual()), soonCancelled));
    assertEquals(List.of(), kept(folder));
  }

  @Test
  void saysWhatToChooseWhereThereAreNoLabels() {
    ToyImages unlabelled = new ToyImages("plain", 100, false, 1);
    StudioException refused =
        assertThrows(
            StudioException.class,
            () ->
                evaluator.evaluate(
                    GOOD,
                    unlabelled,
                    unlabelled,
                    request(ClassifierKind.CLASSIFIER.usual()),
                    Progress.NONE));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("Choose pixels or a TorchScript file"),
        refused.getMessage());
  }

  @Test
  void refusesImagesOfAnotherShapeAndImagesThatAreNotNumbers() {
    assertRefused(source(new ImageShape(3, 16, 16), 0), "16x16 pixels in colour");
    assertRefused(source(ToyImages.SHAPE, Float.NaN), "NaN instead of pixels");
  }

  @Test
  void leavesTheThreadBuildingGraphsOrNotAsItWas() {
    for (boolean graphs : new boolean[] {true, false}) {
      Autograd.enable(graphs);
      evaluate(GOOD, PixelKind.PIXELS.usual());
      assertEquals(graphs, Autograd.enabled());
    }
  }

  @Test
  void refusesRequestsThatMeanNothing() {
    ExtractorChoice pixels = PixelKind.PIXELS.usual();
    assertThrows(
        StudioException.class,
        () -> new EvaluationRequest(pixels, 1, OptionalDouble.empty(), Set.of(FidMetric.FID), 1));
    assertThrows(
        StudioException.class,
        () -> new EvaluationRequest(pixels, 100, OptionalDouble.empty(), Set.of(), 1));
    assertThrows(
        StudioException.class,
        () -> new EvaluationRequest(pixels, 100, OptionalDouble.of(0), Set.of(FidMetric.FID), 1));
  }

  private static void assertRefused(ImageSource images, String reason) {
    StudioException refused =
        assertThrows(StudioException.class, () -> evaluate(images, PixelKind.PIXELS.usual()));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }

  private static ImageSource source(ImageShape shape, float value) {
    return new ImageSource() {
      @Override
      public ImageShape shape() {
        return shape;
      }

      @Override
      public float[] images(int from, int count) {
        float[] pixels = new float[count * shape.pixels()];
        Arrays.fill(pixels, value);
        return pixels;
      }
    };
  }

  private static EvaluationResult evaluate(ImageSource images, ExtractorChoice choice) {
    EvaluationResult result =
        evaluator.evaluate(images, TRAIN, TEST, request(choice), Progress.NONE);
    assertFalse(result.took().isNegative());
    return result;
  }

  private static EvaluationRequest request(ExtractorChoice choice) {
    return new EvaluationRequest(
        choice,
        300,
        OptionalDouble.empty(),
        Set.of(FidMetric.FID, PrecisionRecallMetric.PRECISION_RECALL),
        1);
  }

  private static List<Path> kept(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static int[] all(int count) {
    return IntStream.range(0, count).toArray();
  }
}
