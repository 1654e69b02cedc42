package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** Codes of pictures, and the look at memories, by the commands. */
class ExploreInvertCommandTest {
  @TempDir Path home;

  private String run = "";
  private Path picture = Path.of("");

  @BeforeEach
  void makeRunOnAFolderOfPictures() throws IOException {
    Path data = Files.createDirectories(home.resolve("data"));
    TestPictures.folder(data, 24);
    Recipe recipe = TinyGenerator.recipe(List.of()).with("data.source", data.toString());
    Checkpoint checkpoint = TinyGenerator.checkpoint(recipe, List.of(), 1);
    RunFolder made = RunFolder.create(Home.at(home).runs(), recipe);
    made.saveCheckpoint(checkpoint);
    run = made.id();
    int[] argb = new int[60 * 40];
    Arrays.fill(argb, 0xff808080);
    picture = home.resolve("wide.png");
    Pngs.write(picture, new Picture(60, 40, argb));
  }

  private CommandLineRun explore(String... args) {
    List<String> all = new ArrayList<>(List.of("explore"));
    all.addAll(List.of(args));
    return CommandLineRun.of(home, all.toArray(String[]::new));
  }

  @Test
  void aCodeIsToldAndKeptWithThePictures() throws IOException {
    Path out = home.resolve("found.png");
    CommandLineRun found =
        explore(
            "invert",
            run,
            picture.toString(),
            "--steps",
            "8",
            "--starts",
            "2",
            "--fit",
            "pad",
            "--json",
            "--out",
            out.toString());
    assertEquals(0, found.code(), found::err);
    JsonObject told = found.json().getAsJsonObject();
    assertEquals("z", told.get("space").getAsString());
    assertEquals("pixels", told.get("extractor").getAsString());
    JsonObject first = told.get("pictures").getAsJsonArray().get(0).getAsJsonObject();
    assertTrue(first.get("code").getAsString().startsWith("code("));
    assertTrue(first.get("featureDistance").getAsDouble() > 0);
    assertTrue(first.get("nearest").getAsJsonObject().get("pixelDistance").getAsDouble() > 0);
    byte[] png = Files.readAllBytes(out);
    assertEquals(3 * 32 + 2 * 4, Pngs.decode(png).getWidth());
    assertTrue(
        new String(png, StandardCharsets.ISO_8859_1).contains(first.get("code").getAsString()));
  }

  @Test
  void severalPicturesGoIntoAFolder() throws IOException {
    Path out = home.resolve("found");
    CommandLineRun found =
        explore(
            "invert",
            run,
            picture.toString(),
            home.resolve("data").resolve("3.png").toString(),
            "--steps=2",
            "--starts=1",
            "--extractor=random",
            "--out=" + out);
    assertEquals(0, found.code(), found::err);
    assertTrue(Files.exists(out.resolve("001-wide.png")));
    assertTrue(Files.exists(out.resolve("002-3.png")));
    assertTrue(found.out().contains("the nearest training picture"), found::out);
  }

  @Test
  void aTrainingPictureIsAMemoryAndACodeIsLookedAt() {
    CommandLineRun copy =
        explore(
            "memory",
            run,
            "--picture",
            home.resolve("data").resolve("5.png").toString(),
            "--json",
            "--out",
            home.resolve("near.png").toString());
    assertEquals(0, copy.code(), copy::err);
    assertEquals("memory", copy.json().getAsJsonObject().get("verdict").getAsString());
    assertTrue(Files.exists(home.resolve("near.png")));
    CommandLineRun code = explore("memory", run, "--code", "42", "--nearest", "2");
    assertEquals(0, code.code(), code::err);
    assertTrue(code.out().contains("realism"), code::out);
  }

  @Test
  void nonsenseIsRefusedWithTheReason() throws IOException {
    Path empty = Files.createFile(home.resolve("empty.png"));
    Path broken = Files.writeString(home.resolve("broken.png"), "this is no picture");
    Path out = home.resolve("no.png");
    refused(
        1, "empty.png cannot be used: is empty", "invert", run, empty.toString(), "--out=" + out);
    refused(1, "broken.png cannot be used", "invert", run, broken.toString(), "--out=" + out);
    String good = picture.toString();
    refused(2, "Name one picture", "invert", run, "--out=" + out);
    refused(2, "has no space w+", "invert", run, good, "--space=w+", "--out=" + out);
    refused(2, "The space is \"y\"", "invert", run, good, "--space=y", "--out=" + out);
    refused(2, "The number of steps is 0", "invert", run, good, "--steps=0", "--out=" + out);
    refused(
        2, "The number of refinements is -1", "invert", run, good, "--refine=-1", "--out=" + out);
    refused(2, "The fit is \"squeeze\"", "invert", run, good, "--fit=squeeze", "--out=" + out);
    refused(2, "name a folder", "invert", run, good, good, "--out=" + out);
    refused(2, "is not told the class", "invert", run, good, "--class=cat", "--out=" + out);
    refused(2, "--psi is of no use", "invert", run, good, "--psi=0.5", "--out=" + out);
    refused(
        1, "No layer of this generator adds noise", "invert", run, good, "--noise", "--out=" + out);
    refused(1, "has no encoder", "invert", run, good, "--encoder", "--out=" + out);
    refused(2, "Name one picture, by", "memory", run);
    refused(2, "--nearest is 0", "memory", run, "--code=1", "--nearest=0");
    refused(2, "--code:", "memory", run, "--code=cat");
    assertFalse(Files.exists(out));
  }

  private void refused(int code, String reason, String... args) {
    CommandLineRun refused = explore(args);
    assertTrue(refused.err().contains(reason), refused::err);
    assertEquals(code, refused.code(), refused::err);
  }
}
