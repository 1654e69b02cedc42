package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** Bookmarks and their pictures, by the commands. */
class ExploreCodesCommandTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "owl");

  @TempDir Path home;

  private RunFolder run(Checkpoint checkpoint) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    return run;
  }

  private CommandLineRun explore(String command, RunFolder run, String... more) {
    List<String> args = new ArrayList<>(List.of("explore", command, run.id()));
    args.addAll(List.of(more));
    args.add("--json");
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  private JsonObject codes(RunFolder run, String... more) {
    CommandLineRun done = explore("codes", run, more);
    assertEquals(Main.DONE, done.code(), done.err());
    return done.json().getAsJsonObject();
  }

  private static List<String> names(JsonArray codes) {
    return StreamSupport.stream(codes.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(each -> each.get("name").getAsString())
        .toList();
  }

  private List<String> names(RunFolder run) {
    return names(codes(run, "list").getAsJsonArray("codes"));
  }

  @Test
  void codesAreAddedToldRenamedAndDeleted() {
    RunFolder run = run(TinyGenerator.checkpoint(CLASSES, 1));
    assertEquals(List.of(), names(run));
    JsonObject added =
        codes(run, "add", "Smile", "slerp(42,7,0.3)", "--class", "owl", "--note", "the best");
    assertEquals("owl", added.get("class").getAsString());
    assertEquals(5, added.get("step").getAsLong());
    codes(run, "add", "Again", "smile");
    JsonObject again = codes(run, "list").getAsJsonArray("codes").get(1).getAsJsonObject();
    assertEquals("slerp(42,7,0.3)", again.get("code").getAsString());
    assertEquals("owl", again.get("class").getAsString());
    assertEquals("", again.get("note").getAsString());
    codes(run, "rename", "again", "Other");
    codes(run, "delete", "Smile");
    assertEquals(List.of("Other"), names(run));
    assertTrue(
        new Bookmarks(run.path()).all().get(0).thumbnail().orElseThrow().picture().isPresent());
    CommandLineRun text = CommandLineRun.of(home, "explore", "codes", run.id(), "list");
    assertEquals("Other: slerp(42,7,0.3), class owl, step 5\n", text.out().replace("\r", ""));
  }

  @Test
  void codesTravelByJsonAndByNumpysArrays() {
    RunFolder run = run(TinyGenerator.noisy(List.of()));
    RunFolder other = run(TinyGenerator.noisy(List.of()));
    codes(run, "add", "Seed", "42");
    codes(run, "add", "In w", "w(1,2,3,4,5,6,7,8)");
    Path json = home.resolve("codes.json");
    codes(run, "export", json.toString());
    assertEquals(
        List.of("Seed", "In w"),
        names(codes(other, "import", json.toString()).getAsJsonArray("added")));
    assertEquals(new Bookmarks(run.path()).all().get(1), new Bookmarks(other.path()).all().get(1));

    Path npz = home.resolve("codes.npz");
    codes(run, "export", npz.toString(), "--in-w");
    Map<String, Npy> arrays = Npz.read(npz, Set.of("z", "w")).arrays();
    assertEquals(Set.of("w"), arrays.keySet());
    assertArrayEquals(new int[] {2, 8, 8}, arrays.get("w").shape());
    codes(run, "export", npz.toString());
    assertEquals(
        List.of("Seed 2", "In w 2"),
        names(codes(other, "import", npz.toString()).getAsJsonArray("added")));
    assertEquals(List.of("Seed", "In w", "Seed 2", "In w 2"), names(other));
  }

  @Test
  void nonsenseIsRefusedAndChangesNothing() throws IOException {
    RunFolder run = run(TinyGenerator.checkpoint(List.of(), 1));
    codes(run, "add", "Smile", "42");
    badUse(run, "There is no bookmark \"Grin\". There are: \"Smile\".", "delete", "Grin");
    badUse(run, "There is no bookmark \"Grin\"", "rename", "Grin", "Smile");
    badUse(run, "neither a bookmark of this run nor a latent code", "add", "a", "Grin");
    badUse(run, "this code is of another generator", "add", "a", "code(1,2)");
    badUse(run, "\"7\" is a latent code, not a name", "add", "7", "42");
    badUse(run, "is not told the class", "add", "a", "42", "--class", "cat");
    badUse(run, "must end with .json or .npz", "export", home.resolve("a.csv").toString());
    badUse(run, "there is no such file", "import", home.resolve("a.npz").toString());
    Path empty = Files.createFile(home.resolve("empty.npz"));
    failed(run, "empty.npz is not a whole .npz file", "import", empty.toString());
    failed(run, "There is a bookmark \"smile\" already", "add", "smile", "1");
    assertEquals(List.of("Smile"), names(run));
    Path file = run.path().resolve(Bookmarks.NAME);
    Files.writeString(file, "{\"format\": \"saddlepoint-codes\", \"version\": 99, \"codes\": []}");
    failed(run, "of a later version of Saddlepoint", "list");
    failed(run, "of a later version of Saddlepoint", "delete", "Smile");
    badUse(run, "There is no command nonsense", "nonsense");
    assertTrue(CommandLineRun.of(home, "explore", "codes", run.id()).err().contains("subcommand"));
    CommandLineRun help = CommandLineRun.of(home, "explore", "codes", "add", "--help");
    assertTrue(
        help.out().contains("codes RUN add [--class=NAME] [--note=TEXT] NAME CODE"), help.out());
    assertTrue(
        CommandLineRun.of(home, "explore", "codes", "list").err().contains("codes RUN list"));
  }

  private void badUse(RunFolder run, String message, String... more) {
    refused(Main.BAD_USE, run, message, more);
  }

  private void failed(RunFolder run, String message, String... more) {
    refused(Main.FAILED, run, message, more);
  }

  private void refused(int code, RunFolder run, String message, String... more) {
    CommandLineRun refused = explore("codes", run, more);
    assertTrue(refused.err().contains(message), refused.err());
    assertEquals(code, refused.code(), refused.err());
    assertEquals("", refused.out());
  }

  @Test
  void aPictureIsOfACodeOrABookmarkWithItsClass() throws IOException {
    RunFolder run = run(TinyGenerator.checkpoint(CLASSES, 1));
    codes(run, "add", "Smile", "42", "--class", "owl");
    JsonObject told = picture(run, "smile.png", "--code", "Smile");
    assertEquals("42", told.get("code").getAsString());
    assertEquals("owl", told.get("class").getAsString());
    assertEquals(32, told.get("width").getAsInt());
    picture(run, "owl.png", "--code", "42", "--class", "2");
    assertArrayEquals(pixels("smile.png"), pixels("owl.png"));
    picture(run, "cat.png", "--code", "42");
    assertFalse(Arrays.equals(pixels("smile.png"), pixels("cat.png")));
    picture(run, "truncated.png", "--code", "Smile", "--truncation", "0.2");
    assertFalse(Arrays.equals(pixels("smile.png"), pixels("truncated.png")));
    picture(run, "large.png", "--code", "Smile", "--size", "64");
    int[] large = pixels("large.png");
    int[] small = pixels("smile.png");
    for (int i = 0; i < large.length; i++) {
      assertEquals(small[i / 64 / 2 * 32 + i % 64 / 2], large[i]);
    }
    String png = Files.readString(home.resolve("smile.png"), StandardCharsets.ISO_8859_1);
    for (String note : List.of("code\0", "seed\0", "step\0", "class\0", "recipe\0")) {
      assertTrue(png.contains(note), note);
    }
  }

  @Test
  void aPictureOfStylesTakesPsiAndCodesInW() throws IOException {
    RunFolder run = run(TinyGenerator.noisy(List.of()));
    picture(run, "w.png", "--code", "w(1,2,3,4,5,6,7,8)");
    JsonObject told =
        picture(run, "mean.png", "--code", "w(1,2,3,4,5,6,7,8)", "--psi", "0", "--cutoff", "8");
    assertEquals(0, told.get("psi").getAsDouble());
    assertEquals(8, told.get("cutoff").getAsInt());
    picture(run, "other.png", "--code", "7", "--psi", "0");
    assertArrayEquals(pixels("mean.png"), pixels("other.png"));
    assertFalse(Arrays.equals(pixels("w.png"), pixels("mean.png")));
  }

  @Test
  void picturesThatCannotBeAreRefused() {
    RunFolder run = run(TinyGenerator.noisy(List.of()));
    refusedPicture(run, "neither a bookmark", "--code", "Smile");
    refusedPicture(run, "of another generator", "--code", "w(1,2,3)");
    refusedPicture(run, "use --psi", "--code", "1", "--truncation", "1");
    refusedPicture(run, "--size is 16: it must be between 32", "--code", "1", "--size", "16");
    refusedPicture(run, "and 4096", "--code", "1", "--size", "5000");
    refusedPicture(run, "is not told the class", "--code", "1", "--class", "cat");
    refusedPicture(run, "Missing required option: '--code");
    CommandLineRun jpg =
        explore("picture", run, "--code", "1", "--out", home.resolve("a.jpg").toString());
    assertTrue(jpg.err().contains("ends with .png"), jpg.err());
  }

  private void refusedPicture(RunFolder run, String message, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--out", home.resolve("refused.png").toString()));
    CommandLineRun refused = explore("picture", run, args.toArray(String[]::new));
    assertEquals(Main.BAD_USE, refused.code(), refused.err());
    assertTrue(refused.err().contains(message), refused.err());
    assertFalse(Files.exists(home.resolve("refused.png")));
  }

  private JsonObject picture(RunFolder run, String name, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(List.of("--out", home.resolve(name).toString()));
    CommandLineRun done = explore("picture", run, args.toArray(String[]::new));
    assertEquals(Main.DONE, done.code(), done.err());
    return done.json().getAsJsonObject();
  }

  private int[] pixels(String name) throws IOException {
    BufferedImage image = Pngs.decode(Files.readAllBytes(home.resolve(name)));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
