package studio.saddlepoint.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.UntrainedSnapshot;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.ExtractorSetting;
import studio.saddlepoint.metrics.extractor.PixelKind;
import studio.saddlepoint.metrics.extractor.RandomConvolutionKind;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.metrics.image.ToyImages;
import studio.saddlepoint.metrics.metric.FidMetric;

class ComparisonsTest {
  private static final ExtractorChoice RANDOM = RandomConvolutionKind.RANDOM.usual();

  @TempDir static Path folder;

  private static Path real;
  private static Path fake;

  @BeforeAll
  static void paint() {
    real = paint("real", 100, 1);
    fake = paint("fake", 30, 2);
  }

  private static Path paint(String name, int count, long seed) {
    ToyImages images = new ToyImages(name, count, false, seed);
    byte[] pixels = new byte[ToyImages.SHAPE.pixels()];
    for (int i = 0; i < count; i++) {
      images.read(i, pixels, 0);
      int[] argb = new int[pixels.length];
      for (int p = 0; p < argb.length; p++) {
        argb[p] = 0xff000000 | (pixels[p] & 0xff) * 0x010101;
      }
      Pngs.write(folder.resolve(name).resolve(i + ".png"), new Picture(16, 16, argb));
    }
    return folder.resolve(name);
  }

  @Test
  void takesGreyImagesAsGrey() {
    Map<String, Double> values = measure(folder.resolve("c0"), PixelKind.PIXELS.usual());
    assertTrue(values.get("fid") > 0);
    Path statistics = folder.resolve("grey.npz");
    run(
        folder.resolve("c0"),
        comparison(
            new Comparison.RealFolder(real),
            Optional.empty(),
            PixelKind.PIXELS.usual(),
            Optional.of(statistics)),
        Progress.NONE);
    assertEquals(256, StatisticsFile.read(statistics).statistics().dimension());
  }

  @Test
  void progressNeverFallsBackWhereTheBestSamplesAreChosen() {
    List<Double> told = new ArrayList<>();
    try (Snapshot snapshot = UntrainedSnapshot.of(UntrainedSnapshot.tiny(), List.of());
        Sides sides =
            Sides.open(
                new Comparison(
                    new Comparison.RealFolder(real),
                    Optional.of(
                        new Comparison.Samples(
                            snapshot,
                            20,
                            OptionalDouble.empty(),
                            Optional.of(new KeepBest(0.5, KeepBest.By.DISCRIMINATOR)),
                            1)),
                    RANDOM,
                    Set.of(FidMetric.FID),
                    OptionalInt.of(snapshot.shape().height()),
                    Optional.empty()),
                folder.resolve("c9"),
                (stage, fraction) -> told.add(fraction))) {
      assertEquals(20, sides.count);
    }
    told.removeIf(each -> each.isNaN());
    assertEquals(told.stream().sorted().toList(), told);
    assertTrue(told.contains(0.5), told.toString());
  }

  @Test
  void imagesOfOtherColoursAreNotToldToBeScaled() {
    ImageShape grey = new ImageShape(1, 32, 32);
    assertEquals(
        "The real images are 32x32 in colour, the generated ones 32x32 in grey. Choose images"
            + " of the same colours, or Inception-v3, which takes any.",
        Sides.mismatch(new ImageShape(3, 32, 32), grey));
    assertTrue(Sides.mismatch(new ImageShape(1, 16, 16), grey).contains("(--size 16 on"));
  }

  @Test
  void looksAtRealImagesOnlyOnceEver() throws IOException {
    Path caches = folder.resolve("c1");
    Map<String, Double> first = measure(caches, RANDOM);
    List<Path> kept = kept(caches);
    assertEquals(1, kept.size(), kept.toString());
    List<String> stages = new ArrayList<>();
    ComparisonResult again = run(caches, usual(RANDOM), (stage, fraction) -> stages.add(stage));
    assertEquals(first, again.evaluation().orElseThrow().values());
    assertTrue(stages.stream().noneMatch(each -> each.contains("real images")), "looked");
    assertFalse(
        first.equals(
            measure(caches, RandomConvolutionKind.RANDOM.set(new ExtractorSetting.Seed(2)))));
    assertEquals(2, kept(caches).size());
    Path moved = paint("moved", 100, 1);
    run(
        caches,
        comparison(
            new Comparison.RealFolder(moved),
            Optional.of(new Comparison.GeneratedFolder(fake, OptionalInt.empty())),
            RANDOM,
            Optional.empty()),
        Progress.NONE);
    assertEquals(2, kept(caches).size(), "the same images elsewhere are the same");
  }

  @Test
  void makesDamagedStatisticsAgain() throws IOException {
    Path caches = folder.resolve("c2");
    Map<String, Double> first = measure(caches, RANDOM);
    Path kept = kept(caches).get(0);
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length - 1] ^= 1;
    Files.write(kept, bytes);
    assertEquals(first, measure(caches, RANDOM));
    Files.write(kept, new byte[] {1, 2, 3});
    assertEquals(first, measure(caches, RANDOM));
  }

  @Test
  void leavesNothingHalfWrittenWheneverItIsCancelled() throws IOException {
    Map<String, Double> expected = measure(folder.resolve("c3"), RANDOM);
    Path export = folder.resolve("cancelled.npz");
    Comparison comparison =
        comparison(
            new Comparison.RealFolder(real),
            Optional.of(new Comparison.GeneratedFolder(fake, OptionalInt.empty())),
            RANDOM,
            Optional.of(export));
    int cancelled = 0;
    for (int after = 0; ; after += 1 + after / 2) {
      Path caches = folder.resolve("cancelled" + after);
      try {
        run(caches, comparison, cancelledAfter(after));
        break;
      } catch (CancellationException e) {
        cancelled++;
        for (Path file : kept(caches)) {
          assertTrue(file.toString().endsWith(".safetensors"), file.toString());
        }
        assertEquals(expected, measure(caches, RANDOM));
        if (Files.exists(export)) {
          assertEquals(100, StatisticsFile.read(export).statistics().count());
          Files.delete(export);
        }
      }
    }
    assertTrue(cancelled > 3, cancelled + " times");
  }

  @Test
  void measuresTheFirstOfManyInAFixedRandomOrder() {
    Comparison few =
        comparison(
            new Comparison.RealFolder(real),
            Optional.of(new Comparison.GeneratedFolder(fake, OptionalInt.of(12))),
            RANDOM,
            Optional.empty());
    Path caches = folder.resolve("c4");
    ComparisonResult first = run(caches, few, Progress.NONE);
    assertEquals(12, first.generated());
    assertEquals(
        first.evaluation().orElseThrow().values(),
        run(caches, few, Progress.NONE).evaluation().orElseThrow().values());
  }

  @Test
  void keepsGoingWhereTheCacheCannotBeWritten() throws IOException {
    Path caches = Files.writeString(folder.resolve("no-folder"), "a file");
    assertEquals(measure(folder.resolve("c5"), RANDOM), measure(caches, RANDOM));
  }

  @Test
  void refusesAnExtractorThatNeedsLabelsWithoutThem() {
    Comparison labels =
        new Comparison(
            new Comparison.RealFolder(real),
            Optional.of(new Comparison.GeneratedFolder(fake, OptionalInt.empty())),
            ClassifierKind.CLASSIFIER.usual(),
            Set.of(FidMetric.FID),
            OptionalInt.of(32),
            Optional.empty());
    assertThrows(
        studio.saddlepoint.core.StudioException.class,
        () -> run(folder.resolve("c6"), labels, Progress.NONE));
  }

  private static Map<String, Double> measure(Path caches, ExtractorChoice choice) {
    return run(caches, usual(choice), Progress.NONE).evaluation().orElseThrow().values();
  }

  private static Comparison usual(ExtractorChoice choice) {
    return comparison(
        new Comparison.RealFolder(real),
        Optional.of(new Comparison.GeneratedFolder(fake, OptionalInt.empty())),
        choice,
        Optional.empty());
  }

  private static Comparison comparison(
      Comparison.Real real,
      Optional<Comparison.Generated> generated,
      ExtractorChoice choice,
      Optional<Path> export) {
    return new Comparison(
        real, generated, choice, Set.of(FidMetric.FID), OptionalInt.empty(), export);
  }

  private static ComparisonResult run(Path caches, Comparison comparison, Progress progress) {
    return new Comparisons(caches).run(comparison, progress);
  }

  private static Progress cancelledAfter(int checks) {
    return new Progress() {
      private int asked;

      @Override
      public void report(String stage, double fraction) {}

      @Override
      public boolean cancelled() {
        return asked++ >= checks;
      }
    };
  }

  private static List<Path> kept(Path caches) throws IOException {
    if (!Files.exists(caches)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(caches)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
