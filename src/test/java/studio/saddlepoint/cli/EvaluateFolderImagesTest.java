package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.cli.FolderEvaluation.SIZE;
import static studio.saddlepoint.cli.FolderEvaluation.value;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/** Which of the images in folders are scored: broken ones, several sizes, too few. */
class EvaluateFolderImagesTest {
  @TempDir static Path home;

  private static FolderEvaluation folders;

  @BeforeAll
  static void paint() {
    folders = FolderEvaluation.in(home);
  }

  @Test
  void leavesABrokenImageOutAndSaysSo() throws IOException {
    Path folder = folders.paint("broken", 20, SIZE, 3, 10);
    Path file = folder.resolve("7.png");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
    CommandLineRun run = folders.run(folders.real(), folder, "--extractor", "pixels", "--json");
    assertEquals(Main.DONE, run.code(), run.err());
    JsonObject scores = run.json().getAsJsonObject();
    assertEquals(19, scores.get("fakeImages").getAsInt());
    assertTrue(scores.getAsJsonArray("leftOut").get(0).getAsString().contains("7.png"));
    assertTrue(run.err().contains("Left out: " + file), run.err());
  }

  @Test
  void asksForASizeWhereImagesHaveSeveral() {
    Path folder = folders.paint("sizes", 20, SIZE, 3, 10);
    Pngs.write(folder.resolve("large.png"), new Picture(12, 10, new int[120]));
    folders.refused(
        "are of several sizes: 8x8 (20), 12x10 (1)",
        folders.real(),
        folder,
        "--extractor",
        "pixels");
    CommandLineRun scaled =
        folders.run(folders.real(), folder, "--extractor", "pixels", "--size", "16");
    assertEquals(Main.DONE, scaled.code(), scaled.err());
    Path larger = folders.paint("larger", 20, 2 * SIZE, 3, 10);
    folders.refused(
        "The real images are 8x8 in colour, the generated ones 16x16 in colour",
        folders.real(),
        larger,
        "--extractor",
        "random");
  }

  @Test
  void showsImagesOfAnySizeAsTheyAreToAModuleThatTakesThem() throws IOException {
    Path folder = folders.paint("mixed", 20, SIZE, 1, 0);
    for (int i = 20; i < 40; i++) {
      Pngs.write(folder.resolve(i + ".png"), new Picture(12, 10, new int[120]));
    }
    Path module = folders.module("torch.mean(x, [2, 3])", "colours.pt");
    JsonObject scores = folders.evaluate(folders.real(), folder, module.toString());
    assertEquals(40, scores.get("fakeImages").getAsInt());
    assertTrue(value(scores, "fid") > 0);
  }

  @Test
  void refusesOneImageAndNone() throws IOException {
    Path one = folders.paint("one", 1, SIZE, 1, 0);
    folders.refused(
        "There is only 1 image to look at in " + one, folders.real(), one, "--extractor", "pixels");
    folders.refused(
        "There is only 1 image to look at in " + one, one, folders.fake(), "--extractor", "pixels");
    Path none = Files.createDirectories(home.resolve("none"));
    folders.refused("holds no images", folders.real(), none, "--extractor", "pixels");
  }
}
