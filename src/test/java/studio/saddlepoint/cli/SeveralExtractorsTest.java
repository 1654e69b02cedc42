package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One evaluation by several extractors. */
class SeveralExtractorsTest {
  @TempDir static Path home;

  private static FolderEvaluation folders;

  @BeforeAll
  static void paint() {
    folders = FolderEvaluation.in(home);
  }

  private static JsonObject scores(String... options) {
    CommandLineRun run = folders.run(folders.real(), folders.fake(), options);
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }

  @Test
  void eachMeasuresItsMetricsAsItWouldAlone() {
    JsonArray both =
        scores("--extractor=pixels", "--extractor=random:3=pr,dc", "--metrics=fid,kid,pr", "--json")
            .getAsJsonArray("evaluations");
    assertEquals(2, both.size());
    JsonObject pixels = scores("--extractor=pixels", "--metrics=fid,kid", "--json");
    JsonObject random = scores("--extractor=random:3", "--metrics=pr,dc", "--json");
    for (String member : new String[] {"how", "settings", "values", "intervals", "warnings"}) {
      assertEquals(pixels.get(member), both.get(0).getAsJsonObject().get(member));
      assertEquals(random.get(member), both.get(1).getAsJsonObject().get(member));
    }
    assertEquals(
        "random convolutions, seed 3",
        both.get(1).getAsJsonObject().get("extractor").getAsString());
  }

  @Test
  void oneMetricMayBeMeasuredWithTwo() {
    JsonArray both =
        scores("--extractor=pixels=fid", "--extractor=random=fid", "--metrics=fid", "--json")
            .getAsJsonArray("evaluations");
    assertEquals(2, both.size());
    assertFalse(
        both.get(0)
            .getAsJsonObject()
            .get("values")
            .equals(both.get(1).getAsJsonObject().get("values")));
  }

  @Test
  void allAreThoseThatEachCanMeasure() {
    JsonArray both =
        scores("--extractor=pixels", "--extractor=random=pr,is", "--metrics=all", "--json")
            .getAsJsonArray("evaluations");
    JsonObject usual = both.get(0).getAsJsonObject().getAsJsonObject("values");
    assertTrue(usual.has("fid") && usual.has("cmmd") && !usual.has("precision"), usual.toString());
    JsonObject other = both.get(1).getAsJsonObject().getAsJsonObject("values");
    assertTrue(other.has("precision") && !other.has("fid"), other.toString());
  }

  /** Minutes of one network are not lost to the other's failure. */
  @Test
  void whatOneMeasuredStaysWhereAnotherFails() throws IOException {
    Path broken = folders.module("torch.mul(x, x)", "broken.pt");
    CommandLineRun run =
        folders.run(
            folders.real(),
            folders.fake(),
            "--extractor=pixels",
            "--extractor=" + broken + "=pr",
            "--metrics=fid",
            "--json");
    assertEquals(Main.FAILED, run.code(), run.out() + run.err());
    JsonObject document = run.json().getAsJsonObject();
    assertTrue(document.getAsJsonObject("values").get("fid").getAsDouble() > 0);
    String reason = document.getAsJsonObject("reasons").get("precision").getAsString();
    assertTrue(
        reason.startsWith("Precision and recall could not be measured with TorchScript file. "),
        reason);
    assertTrue(document.getAsJsonObject("values").get("precision").isJsonNull());
    assertTrue(run.err().contains(reason), run.err());
  }

  @Test
  void tellsWhatIsMeantByTwo() {
    CommandLineRun twice =
        folders.run(folders.real(), folders.fake(), "--extractor=pixels", "--extractor=random");
    assertEquals(Main.BAD_USE, twice.code());
    assertTrue(twice.err().contains("such as --extractor random=pr"), twice.err());
    CommandLineRun none =
        folders.run(folders.real(), folders.fake(), "--extractor=pixels=nonsense");
    assertEquals(Main.BAD_USE, none.code());
    assertTrue(none.err().contains("nonsense"), none.err());
    CommandLineRun unknown = folders.run(folders.real(), folders.fake(), "--extractor=pixel=pr");
    assertEquals(Main.BAD_USE, unknown.code());
    assertTrue(unknown.err().contains("Did you mean pixels?"), unknown.err());
  }
}
