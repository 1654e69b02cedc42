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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/** What is told of a data set, for people and for machines. */
class DataInfoTest {
  private static final int BROKEN = 13;

  @TempDir Path home;
  private Path animals;

  @BeforeEach
  void makeClasses() throws IOException {
    animals = home.resolve("animals");
    for (int i = 0; i < 4; i++) {
      picture("bear/" + i, 20, 30 + i);
    }
    for (int i = 0; i < 2; i++) {
      picture("ape/" + i, 40, 40);
    }
    for (int i = 0; i < BROKEN; i++) {
      Files.writeString(animals.resolve("ape/broken" + i + ".png"), "no picture " + i);
    }
  }

  private void picture(String name, int width, int height) throws IOException {
    int[] argb = new int[width * height];
    Arrays.fill(argb, 0xff000000 | name.hashCode());
    Path file = animals.resolve(name + ".png");
    Files.createDirectories(file.getParent());
    Pngs.write(file, new Picture(width, height, argb));
  }

  private JsonObject json(String source) {
    CommandLineRun run = CommandLineRun.of(home, "data", "info", source, "--json");
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }

  private static List<String> texts(JsonArray array, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonElement each : array) {
      texts.add(each.getAsJsonObject().get(key).getAsString());
    }
    return texts;
  }

  @Test
  void tellsAMachineAllThatIsKnown() throws IOException {
    JsonObject told = json(animals.toString());
    assertEquals("animals", told.get("name").getAsString());
    assertEquals("folder", told.get("kind").getAsString());
    assertEquals(animals.toAbsolutePath().toString(), told.get("path").getAsString());
    assertEquals(6, told.get("images").getAsInt());
    assertEquals(6, told.get("trainImages").getAsInt());
    assertEquals(6, told.get("testImages").getAsInt());
    assertTrue(told.get("testIsTrain").getAsBoolean());
    assertEquals(3, told.get("channels").getAsInt());
    JsonArray classes = told.getAsJsonArray("classes");
    assertEquals(List.of("ape", "bear"), texts(classes, "name"));
    assertEquals(List.of("2", "4"), texts(classes, "train"));
    JsonArray sizes = told.getAsJsonArray("originalSizes");
    assertEquals(List.of("40", "20", "20", "20", "20"), texts(sizes, "width"));
    assertEquals(List.of("2", "1", "1", "1", "1"), texts(sizes, "images"));
    assertEquals(0, told.get("imagesOfOtherSizes").getAsInt());
    JsonArray problems = told.getAsJsonArray("problems");
    assertEquals(BROKEN, problems.size());
    assertTrue(texts(problems, "file").contains("ape/broken12.png"));
    texts(problems, "reason").forEach(each -> assertTrue(!each.isBlank()));
    JsonObject cache = told.getAsJsonObject("cache");
    Path pack = Path.of(cache.get("file").getAsString());
    assertEquals(Files.size(pack), cache.get("bytes").getAsLong());
    assertEquals("[3,32,32]", cache.get("shape").toString());
    assertEquals(3, cache.get("format").getAsInt());
  }

  @Test
  void tellsTheFingerprintThatARunKeeps() throws IOException {
    CommandLineRun trained =
        CommandLineRun.of(
            home,
            "train",
            "dcgan-strokes",
            "--data",
            animals.toString(),
            "--steps",
            "1",
            "--set",
            "training.batchSize=2",
            "--set",
            "generator.width=4",
            "--set",
            "discriminator.width=4",
            "--set",
            "training.evaluateEvery=0",
            "--json");
    assertEquals(Main.DONE, trained.code(), trained.err());
    Path run = Path.of(trained.json().getAsJsonObject().get("run").getAsString());
    String kept = Files.readString(run.resolve("data.json"));
    String fingerprint = json(animals.toString()).get("fingerprint").getAsString();
    assertTrue(kept.contains('"' + fingerprint + '"'), kept + " " + fingerprint);
    picture("bear/4", 50, 50);
    assertTrue(!fingerprint.equals(json(animals.toString()).get("fingerprint").getAsString()));
  }

  @Test
  void tellsAPersonHowMuchIsNotListed() throws IOException {
    for (int i = 0; i < 12; i++) {
      picture("bear/more" + i, 60 + i, 60);
    }
    CommandLineRun run = CommandLineRun.of(home, "data", "info", animals.toString());
    assertTrue(run.out().contains(", and 7 more sizes"), run.out());
    assertTrue(
        run.out().contains("  13 files, each of which is a text file, no image: ape/"), run.out());
  }

  @Test
  void tellsWhatLiesBesideTheClassesAndHowToHaveItAllTheSame() throws IOException {
    for (int i = 0; i < 7; i++) {
      picture("loose" + i, 20, 20);
    }
    CommandLineRun run = CommandLineRun.of(home, "data", "info", animals.toString());
    assertTrue(run.out().contains("20 files left out:"), run.out());
    assertTrue(
        run.out()
            .contains(
                "  7 files, each of which lies beside the folders of the classes: loose0.png, loose1.png, "),
        run.out());
    assertTrue(run.out().contains("--folders together"), run.out());
    CommandLineRun all =
        CommandLineRun.of(home, "data", "info", animals.toString(), "--folders", "together");
    assertTrue(all.out().contains("13 images, too few to hold any back"), all.out());
    assertTrue(all.out().contains("no classes"), all.out());
    CommandLineRun wrong =
        CommandLineRun.of(home, "data", "info", animals.toString(), "--folders", "all");
    assertEquals(Main.BAD_USE, wrong.code());
  }
}
