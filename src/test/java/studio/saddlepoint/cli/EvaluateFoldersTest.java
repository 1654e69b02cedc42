package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.cli.FolderEvaluation.SIZE;
import static studio.saddlepoint.cli.FolderEvaluation.value;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of images against folders and statistics, as other tools score them. */
class EvaluateFoldersTest {
  @TempDir static Path home;

  private static FolderEvaluation folders;

  @BeforeAll
  static void paint() {
    folders = FolderEvaluation.in(home);
  }

  @Test
  void scoresAFolderAgainstAFolder() {
    JsonObject scores = folders.evaluate(folders.real(), folders.fake(), "random");
    assertEquals(40, scores.get("realImages").getAsInt());
    assertEquals(30, scores.get("fakeImages").getAsInt());
    assertTrue(value(scores, "fid") > 0);
    assertTrue(scores.getAsJsonObject("values").has("precision"));
    assertTrue(
        scores.get("how").getAsString().contains("random convolutions, seed 1, 30 vs 40 of real"),
        scores.toString());
    JsonObject settings = scores.getAsJsonObject("settings");
    assertEquals("random convolutions, seed 1", settings.get("extractor").getAsString());
    assertEquals(30, settings.get("fake_count").getAsInt());
    assertEquals("real", settings.get("real_name").getAsString());
    assertEquals("folder", settings.get("real_kind").getAsString());
    assertEquals(0, scores.getAsJsonArray("leftOut").size());
    assertTrue(scores.getAsJsonObject("intervals").has("fid"));
    CommandLineRun quick =
        folders.run(
            folders.real(), folders.fake(), "--extractor", "random", "--no-intervals", "--json");
    JsonObject without = quick.json().getAsJsonObject();
    assertEquals(value(scores, "fid"), value(without, "fid"));
    assertEquals(0, without.getAsJsonObject("intervals").size());
    JsonObject itself = folders.evaluate(folders.real(), folders.real(), "random");
    assertEquals(0, value(itself, "fid"), 1e-9);
    assertEquals(1, value(itself, "precision"));
    assertEquals(1, value(itself, "recall"));
    assertFalse(
        value(scores, "fid")
            == value(folders.evaluate(folders.real(), folders.fake(), "random:2"), "fid"));
  }

  /** With one feature, FID is the squared difference of means and of deviations. */
  @Test
  void agreesWithTheFormulaForOneFeature() throws IOException {
    Path module = folders.module("torch.reshape(torch.mean(x, [1, 2, 3]), [-1, 1])", "mean.pt");
    double[] a = means(40, 1, 0);
    double[] b = means(30, 2, 40);
    double expected = Math.pow(mean(a) - mean(b), 2) + Math.pow(deviation(a) - deviation(b), 2);
    double found =
        value(folders.evaluate(folders.real(), folders.fake(), module.toString()), "fid");
    assertEquals(expected, found, 1e-4 * expected);
  }

  private static double[] means(int count, long seed, int brighter) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[count];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < SIZE * SIZE; p++) {
        means[i] += random.nextInt(100) + random.nextInt(150) + random.nextInt(200);
      }
      means[i] = means[i] / (3 * SIZE * SIZE) + brighter;
    }
    return means;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(sum / (values.length - 1));
  }

  @Test
  void scoresTheSameAgainstExportedStatistics() throws IOException {
    Path statistics = home.resolve("real.npz");
    CommandLineRun exported =
        CommandLineRun.of(
            home,
            "evaluate",
            "--real",
            folders.real().toString(),
            "--extractor",
            "random",
            "--export-stats",
            statistics.toString());
    assertEquals(Main.DONE, exported.code(), exported.err());
    assertTrue(exported.out().contains("Statistics of "), exported.out());
    JsonObject scores = folders.evaluate(statistics, folders.fake(), "random");
    assertEquals(
        value(folders.evaluate(folders.real(), folders.fake(), "random"), "fid"),
        value(scores, "fid"));
    assertEquals(40, scores.get("realImages").getAsInt());
    assertFalse(scores.getAsJsonObject("values").has("precision"));
    folders.refused(
        "Precision and recall left out: the reference is statistics alone",
        statistics,
        folders.fake(),
        "--extractor",
        "random",
        "--metrics",
        "pr");
    folders.refused(
        "were made with random convolutions, seed 1, not with pixels",
        statistics,
        folders.fake(),
        "--extractor",
        "pixels");
  }

  @Test
  void trainsAClassifierWhereFoldersAreClasses() throws IOException {
    Path classes = home.resolve("classes");
    folders.paint("classes/dark", 60, SIZE, 5, 0);
    folders.paint("classes/bright", 60, SIZE, 6, 50);
    Path broken = Files.writeString(classes.resolve("dark/broken.png"), "no picture");
    CommandLineRun run =
        folders.run(
            classes,
            folders.fake(),
            "--extractor",
            "classifier",
            "--size",
            "32",
            "--metrics",
            "fid,is",
            "--json");
    assertEquals(Main.DONE, run.code(), run.err());
    JsonObject scores = run.json().getAsJsonObject();
    assertTrue(scores.get("how").getAsString().contains("classes classifier"), run.out());
    assertEquals(1, scores.getAsJsonArray("leftOut").size(), run.out());
    assertTrue(run.err().contains("Left out: " + broken + " "), run.err());
    assertTrue(value(scores, "fid") > 0);
  }

  @Test
  void scoresStatisticsAgainstStatisticsAndImages() {
    Path one = export(folders.real(), "random", "one.npz");
    Path other = export(folders.fake(), "random", "two.npz");
    double expected = value(folders.evaluate(folders.real(), folders.fake(), "random"), "fid");
    CommandLineRun alone = folders.run(one, other, "--json");
    assertEquals(Main.DONE, alone.code(), alone.err());
    JsonObject scores = alone.json().getAsJsonObject();
    assertEquals(expected, value(scores, "fid"), 1e-9 * expected);
    assertEquals(
        "FID (random convolutions, seed 1, 30 of two.npz vs 40 of one.npz)",
        scores.get("how").getAsString());
    assertEquals(
        expected, value(folders.evaluate(folders.real(), other, "random"), "fid"), 1e-9 * expected);
    Path pixels = export(folders.fake(), "pixels", "three.npz");
    folders.refused(
        "one.npz were made with random convolutions, seed 1, those in three.npz with pixels",
        one,
        pixels);
    folders.refused(
        "three.npz were made with pixels, not with random convolutions",
        folders.real(),
        pixels,
        "--extractor",
        "random");
    folders.refused("only FID can be measured", one, other, "--metrics", "kid");
  }

  private static Path export(Path images, String extractor, String name) {
    Path file = home.resolve(name);
    CommandLineRun exported =
        CommandLineRun.of(
            home,
            "evaluate",
            "--real",
            images.toString(),
            "--extractor",
            extractor,
            "--export-stats",
            file.toString());
    assertEquals(Main.DONE, exported.code(), exported.err());
    return file;
  }
}
