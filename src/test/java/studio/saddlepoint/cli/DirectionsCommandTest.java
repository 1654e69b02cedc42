package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.UntrainedSnapshot;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** Directions by commands. */
class DirectionsCommandTest {
  @TempDir Path home;

  private String run(Checkpoint checkpoint) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    return run.id();
  }

  private String styled() {
    return run(TinyGenerator.checkpoint(TinyGenerator.styled(), List.of(), 1));
  }

  private CommandLineRun directions(String... args) {
    List<String> all = new ArrayList<>(List.of("explore", "directions"));
    all.addAll(List.of(args));
    all.add("--json");
    return CommandLineRun.of(home, all.toArray(String[]::new));
  }

  private JsonObject told(String... args) {
    CommandLineRun run = directions(args);
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }

  private static List<String> names(JsonArray directions) {
    return StreamSupport.stream(directions.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(each -> each.get("name").getAsString())
        .toList();
  }

  @Test
  void directionsAreFoundListedRenamedAndDeleted() {
    String run = styled();
    assertEquals(0, told("list", run).getAsJsonArray("directions").size());
    JsonObject sefa =
        told("find", run, "--method", "sefa", "--count", "2", "--layers", "0-3", "--name", "pose");
    assertEquals(List.of("pose 1", "pose 2"), names(sefa.getAsJsonArray("found")));
    JsonObject first = sefa.getAsJsonArray("found").get(0).getAsJsonObject();
    assertEquals("0-3", first.get("layers").getAsString());
    assertEquals("w", first.get("space").getAsString());
    told("find", run, "--method", "pca", "--count", "1", "--codes", "100");
    told("rename", run, "pose 2", "smile");
    told("delete", run, "pose 1");
    assertEquals(List.of("smile", "pca 1"), names(told("list", run).getAsJsonArray("directions")));
  }

  @Test
  void aSheetHasARowForEachSeedAndAColumnForEachAmount() throws IOException {
    String run = styled();
    told("find", run, "--method", "sefa", "--count", "1");
    Path file = home.resolve("sheet.png");
    JsonObject sheet =
        told(
            "sheet",
            run,
            "--name",
            "SEFA 1",
            "--amounts",
            "-2,0,2",
            "--seeds",
            "4-5",
            "--out",
            file.toString());
    assertEquals(3 * 34 - 2, sheet.get("width").getAsInt());
    assertEquals(2 * 34 - 2, sheet.get("height").getAsInt());
    assertEquals(3 * 34 - 2, Pngs.decode(Files.readAllBytes(file)).getWidth());
    assertEquals(
        7,
        told("sheet", run, "--name", "sefa 1", "--amounts", "-3..3", "--out", file.toString())
            .getAsJsonArray("columns")
            .size());
  }

  @Test
  void directionsGoFromOneRunToAnotherOfTheSameSizes() {
    String run = styled();
    told("find", run, "--method", "sefa", "--count", "2");
    Path file = home.resolve("mine.json");
    told("export", run, file.toString());
    refused("is there already", "export", run, file.toString());
    String other = styled();
    assertEquals(
        List.of("sefa 1", "sefa 2"),
        names(told("import", other, file.toString()).getAsJsonArray("directions")));
    String plain = run(UntrainedSnapshot.checkpoint(UntrainedSnapshot.tiny(), List.of()));
    failed("was found for another one", "import", plain, file.toString());
  }

  /** Judges of a folder's two classes: bright above, or bright below. */
  @Test
  void aClassIsAscendedAndItsEntanglementMeasured() {
    Path data = home.resolve("halves");
    for (int i = 0; i < 24; i++) {
      int[] argb = new int[32 * 32];
      Arrays.fill(argb, 0xff000000 | (20 + i) * 0x010101);
      int from = i % 2 == 0 ? 0 : 512;
      Arrays.fill(argb, from, from + 512, 0xff000000 | (200 + i) * 0x010101);
      Pngs.write(
          data.resolve(i % 2 == 0 ? "above" : "below").resolve(i + ".png"),
          new Picture(32, 32, argb));
    }
    String run =
        run(
            UntrainedSnapshot.checkpoint(
                UntrainedSnapshot.tiny().with("data.source", data.toString()).with("data.size", 32),
                List.of()));
    JsonObject found =
        told("find", run, "--method", "classifier", "--class", "above", "--codes", "20");
    assertEquals(List.of("above"), names(found.getAsJsonArray("found")));
    JsonObject measured = told("entanglement", run, "--codes", "20");
    assertEquals("[\"above\",\"below\"]", measured.get("attributes").toString());
    JsonObject row = measured.getAsJsonArray("directions").get(0).getAsJsonObject();
    assertTrue(row.getAsJsonArray("change").get(0).getAsDouble() > 0, row.toString());
    JsonObject along =
        told("entanglement", run, "--codes", "20", "--along", "above").getAsJsonObject("along");
    JsonObject response = along.getAsJsonObject("above");
    assertEquals(7, response.getAsJsonArray("means").size());
    assertEquals("[-3.0,-2.0,-1.0,0.0,1.0,2.0,3.0]", along.get("units").toString());
    assertTrue(
        response.getAsJsonArray("means").get(6).getAsDouble()
            > response.getAsJsonArray("means").get(0).getAsDouble(),
        response.toString());
    failed("There are: above, below", "entanglement", run, "--along", "left");
    failed("There are: above, below", "find", run, "--method", "means", "--class", "left");
  }

  @Test
  void nonsenseIsRefusedWithWhatToDo() throws IOException {
    String run = styled();
    refused("is no way to find directions", "find", run, "--method", "magic");
    refused("needs a class or a factor", "find", run, "--method", "means");
    refused("--space is q", "find", run, "--method", "sefa", "--space", "q");
    refused("--penalty is for", "find", run, "--method", "sefa", "--penalty", "1");
    refused("names no layers", "find", run, "--method", "sefa", "--layers", "fine");
    failed("there is no layer", "find", run, "--method", "sefa", "--layers", "8-9");
    failed("None is kept with this run yet", "delete", run, "x");
    refused("--amounts is", "sheet", run, "--name", "x", "--amounts", "far", "--out", "x.png");
    refused("ends with .png", "sheet", run, "--name", "x", "--out", "x.jpg");
    failed("find some first", "entanglement", run);
    Path kept = RunFolder.open(Home.at(home).runs().resolve(run)).path();
    Files.writeString(kept.resolve(DirectionFile.NAME), "{");
    failed("is damaged", "find", run, "--method", "sefa");
    failed("is damaged", "list", run);
  }

  private void refused(String message, String... args) {
    ended(Main.BAD_USE, message, args);
  }

  private void failed(String message, String... args) {
    ended(Main.FAILED, message, args);
  }

  private void ended(int code, String message, String... args) {
    CommandLineRun refused = directions(args);
    assertEquals(code, refused.code(), refused.err());
    assertTrue(
        refused
            .err()
            .toLowerCase(java.util.Locale.ROOT)
            .contains(message.toLowerCase(java.util.Locale.ROOT)),
        refused.err());
  }
}
