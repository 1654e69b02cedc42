package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extractor files that cannot be used. */
class EvaluateExtractorFilesTest {
  @TempDir static Path home;

  private static FolderEvaluation folders;

  @BeforeAll
  static void paint() {
    folders = FolderEvaluation.in(home);
  }

  @Test
  void refusesFeaturesThatAreNotNumbersAndKeepsNothingOfThem() throws IOException {
    Path module = folders.module("torch.log(torch.sub(torch.mean(x, [2, 3]), 45.))", "nan.pt");
    List<Path> before = statistics();
    String message =
        folders.refused(
            "as a feature. Choose another extractor",
            folders.real(),
            folders.fake(),
            "--extractor",
            module.toString());
    assertTrue(message.contains("nan.pt"), message);
    assertEquals(before, statistics());
  }

  @Test
  void refusesAWrongExtractorFile() throws IOException {
    Path text = Files.writeString(home.resolve("text.pt"), "no module");
    folders.refused(
        "is not a TorchScript module",
        folders.real(),
        folders.fake(),
        "--extractor",
        text.toString());
    folders.refused(
        "text.pt is not Inception-v3 (SHA-256 ",
        folders.real(),
        folders.fake(),
        "--weights",
        text.toString());
    folders.refused("Inception-v3 is not on this computer", folders.real(), folders.fake());
    folders.refused("is not a whole .npz file", text, folders.fake(), "--extractor", "pixels");
  }

  @Test
  void refusesStatisticsOfAnotherModuleOrOfImagesOfAnotherSize() throws IOException {
    Path statistics = home.resolve("other.npz");
    Path module = folders.module("torch.mean(x, [2, 3])", "same-name.pt");
    export(module.toString(), statistics);
    folders.evaluate(statistics, folders.fake(), module.toString());
    folders.module("torch.mul(torch.mean(x, [2, 3]), 2.)", "same-name.pt");
    folders.refused(
        "other.npz were made with another same-name.pt, not with same-name.pt",
        statistics,
        folders.fake(),
        "--extractor",
        module.toString());
    export("random", statistics);
    folders.refused(
        "other.npz are of images of 8x8 pixels, but these are 32x32",
        statistics,
        folders.fake(),
        "--extractor",
        "random",
        "--size",
        "32");
  }

  private static void export(String extractor, Path statistics) {
    CommandLineRun exported =
        CommandLineRun.of(
            home,
            "evaluate",
            "--real",
            folders.real().toString(),
            "--extractor",
            extractor,
            "--export-stats",
            statistics.toString());
    assertEquals(Main.DONE, exported.code(), exported.err());
  }

  /** Modules may give more numbers than a covariance can be made of. */
  @Test
  void refusesFidOfTooManyFeatures() throws IOException {
    Path module = folders.module("torch.repeat(torch.flatten(x, 1), [1, 100])", "wide.pt");
    folders.refused(
        "gives 19,200 numbers for an image, and FID is computed of at most 16,000",
        folders.real(),
        folders.fake(),
        "--extractor",
        module.toString(),
        "--metrics",
        "fid");
    CommandLineRun other =
        folders.run(
            folders.real(),
            folders.fake(),
            "--extractor",
            module.toString(),
            "--metrics",
            "kid,pr");
    assertEquals(Main.DONE, other.code(), other.err());
  }

  private static List<Path> statistics() throws IOException {
    Path folder = home.resolve("caches").resolve("statistics");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
