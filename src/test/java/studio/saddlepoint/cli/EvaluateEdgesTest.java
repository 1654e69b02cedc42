package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/** Folders of pictures that are all alike, or hardly enough of them, as documents. */
class EvaluateEdgesTest {
  @TempDir static Path home;

  private static Path twelve;
  private static Path black;

  @BeforeAll
  static void paint() {
    FolderEvaluation folders = FolderEvaluation.in(home);
    twelve = folders.paint("twelve", 12, 8, 3, 0);
    black = home.resolve("black");
    int[] argb = new int[64];
    Arrays.fill(argb, 0xff000000);
    for (int i = 0; i < 12; i++) {
      Pngs.write(black.resolve(i + ".png"), new Picture(8, 8, argb));
    }
  }

  /** The document, by a reader that takes no NaN and nothing else that is not JSON. */
  private static JsonObject document(Path real, Path fake, String extractor) throws IOException {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            "evaluate",
            "--real",
            real.toString(),
            "--fake",
            fake.toString(),
            "--extractor",
            extractor,
            "--metrics",
            "all",
            "--json");
    assertEquals(Main.DONE, run.code(), run.err());
    JsonReader reader = new JsonReader(new StringReader(run.out()));
    reader.setStrictness(Strictness.STRICT);
    return Streams.parse(reader).getAsJsonObject();
  }

  @Test
  void whatHasNoNumberHasAReason() throws IOException {
    for (String extractor : List.of("pixels", "random")) {
      for (Path real : List.of(twelve, black)) {
        for (Path fake : List.of(twelve, black)) {
          JsonObject document = document(real, fake, extractor);
          JsonObject reasons = document.getAsJsonObject("reasons");
          for (Map.Entry<String, JsonElement> each :
              document.getAsJsonObject("values").entrySet()) {
            assertEquals(
                each.getValue().isJsonNull(), reasons.has(each.getKey()), real + " " + fake + each);
          }
          for (Map.Entry<String, JsonElement> each :
              document.getAsJsonObject("intervals").entrySet()) {
            JsonObject ends = each.getValue().getAsJsonObject();
            for (String end : List.of("low", "high")) {
              assertEquals(
                  ends.get(end).isJsonNull(),
                  reasons.has(each.getKey() + "." + end),
                  real + " " + fake + each);
            }
          }
        }
      }
    }
  }

  @Test
  void ofBlackAgainstBlackTheTextSaysWhy() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            "evaluate",
            "--real",
            black.toString(),
            "--fake",
            black.toString(),
            "--extractor",
            "pixels");
    assertEquals(Main.DONE, run.code(), run.err());
    assertTrue(
        run.out().contains("  realism                    ∞: Half of the generated pictures"),
        run.out());
    assertTrue(run.err().contains("their neighbourhoods have the radius 0"), run.err());
  }

  @Test
  void oneRepeatedPictureIsTold() throws IOException {
    JsonObject document = document(twelve, black, "pixels");
    assertTrue(
        document
            .getAsJsonArray("warnings")
            .toString()
            .contains("The generated pictures are all the same"),
        document.toString());
  }
}
