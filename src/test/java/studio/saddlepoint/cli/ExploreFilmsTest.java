package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.code.Bookmark;
import studio.saddlepoint.latent.code.Bookmarks;
import studio.saddlepoint.latent.code.NamedCode;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.SheetPictures;
import studio.saddlepoint.run.checkpoint.Checkpoint;
import studio.saddlepoint.run.event.Event;

/** Films of walks and trainings, by the command. */
class ExploreFilmsTest {
  private static final Instant TIME = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir Path home;

  private String plain = "";

  @BeforeEach
  void makeRun() {
    plain = run(TinyGenerator.checkpoint(List.of(), 1));
  }

  private String run(Checkpoint checkpoint) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    return run.id();
  }

  private CommandLineRun explore(String... args) {
    List<String> all = new ArrayList<>(List.of("explore"));
    all.addAll(List.of(args));
    all.add("--json");
    return CommandLineRun.of(home, all.toArray(String[]::new));
  }

  private CommandLineRun walk(String run, String out, String... more) {
    List<String> args =
        new ArrayList<>(List.of("walk", run, "--out", home.resolve(out).toString()));
    args.addAll(List.of(more));
    return explore(args.toArray(String[]::new));
  }

  private static JsonObject told(CommandLineRun run) {
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }

  @Test
  void aWalkIsAFilmOfItsFormatAndSize() throws IOException {
    JsonObject told = told(walk(plain, "it.gif", "--keys", "42,7,9", "--seconds", "0.2", "--loop"));
    assertEquals("gif", told.get("format").getAsString());
    assertEquals(15, told.get("frames").getAsInt());
    assertEquals(256, told.get("width").getAsInt());
    assertEquals("[\"42\",\"7\",\"9\"]", told.get("keys").toString());
    assertTrue(told.get("truncation").isJsonNull());
    assertTrue(told.get("remark").isJsonNull());
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(home.resolve("it.gif").toFile())) {
      reader.setInput(in);
      assertEquals(15, reader.getNumImages(true));
      assertEquals(256, reader.getWidth(14));
    } finally {
      reader.dispose();
    }
  }

  @Test
  void keysMayBeWhatThePageCopies() throws IOException {
    JsonObject told =
        told(
            walk(
                plain,
                "it.png",
                "--keys",
                "42, vary(slerp(42,7,0.3),0.25,9)",
                "--total",
                "0.4",
                "--fps",
                "10",
                "--size",
                "64",
                "--way",
                "lerp",
                "--easing",
                "linear",
                "--truncation",
                "1.5"));
    assertEquals("apng", told.get("format").getAsString());
    assertEquals(4, told.get("frames").getAsInt());
    assertEquals(64, told.get("height").getAsInt());
    assertEquals("[\"42\",\"vary(slerp(42,7,0.3),0.25,9)\"]", told.get("keys").toString());
    assertEquals(1.5, told.get("truncation").getAsDouble());
    assertEquals(64, Pngs.decode(Files.readAllBytes(home.resolve("it.png"))).getWidth());
  }

  @Test
  void aKeptWalkIsTheSameFilmAgain() throws IOException {
    Path kept = home.resolve("kept.json");
    told(walk(plain, "one", "--keys", "1,2", "--seconds", "0.2", "--keep", kept.toString()));
    told(walk(plain, "two", "--walk", kept.toString()));
    for (String name : new String[] {"000000.png", "000002.png", "000004.png"}) {
      assertArrayEquals(
          Files.readAllBytes(home.resolve("one").resolve(name)),
          Files.readAllBytes(home.resolve("two").resolve(name)));
    }
  }

  @Test
  void aClassAndAStyleTruncationAreHeeded() {
    String conditional = run(TinyGenerator.checkpoint(List.of("cat", "dog"), 3));
    JsonObject ofDogs =
        told(walk(conditional, "dogs", "--keys", "1,2", "--total", "0.1", "--class", "dog"));
    assertEquals("dog", ofDogs.get("class").getAsString());
    String styled = run(TinyGenerator.noisy(List.of()));
    JsonObject typical =
        told(walk(styled, "typical", "--keys", "1,2", "--total", "0.1", "--psi", "0.5"));
    assertEquals(0.5, typical.get("psi").getAsDouble());
    refused(
        walk(styled, "it.gif", "--keys", "1,2", "--psi", "0.5", "--psi-class"),
        "--psi-class is for generators that are told the class");
    refused(walk(styled, "it.gif", "--keys", "1,2", "--psi-class"), "--psi-class is for --psi");
    String both = run(TinyGenerator.noisy(List.of("cat", "dog")));
    JsonObject towardsDogs =
        told(walk(both, "mean", "--keys", "1,2", "--total", "0.1", "--psi", "0", "--psi-class"));
    assertEquals("class", towardsDogs.get("psiTowards").getAsString());
    refused(
        walk(styled, "it.gif", "--keys", "1,2", "--truncation", "1"),
        "--truncation is for generators without a mapping network");
    refused(
        walk(plain, "it.gif", "--keys", "1,2", "--psi", "0.5"),
        "--psi is for generators with a mapping network");
  }

  @Test
  void nonsenseIsRefusedWithTheOptionAndWhatToDo() throws IOException {
    refused(walk(plain, "it.gif"), "Name the codes to walk through, such as --keys 42,7,9");
    refused(walk(plain, "it.gif", "--keys", "42"), "--keys: The walk has 1 key");
    refused(
        walk(plain, "it.gif", "--keys", "42,cat"),
        "--keys: \"cat\" is neither a bookmark of this run nor a latent code. The run has no bookmarks yet.");
    refused(walk(plain, "it.gif", "--keys", "42,"), "--keys: \"\" is neither");
    refused(
        walk(plain, "it.gif", "--keys", "42,code(1,NaN)"), "must have numbers, all of them finite");
    refused(walk(plain, "it.gif", "--keys", "42,code(1,2,3)"), "does not fit this generator");
    refused(
        walk(plain, "it.gif", "--keys", "1,2", "--seconds", "400000"),
        "The film would have 10,000,000 frames, and the longest has 36,000");
    refused(walk(plain, "it.gif", "--keys", "1,2", "--fps", "60"), "--fps: A GIF shows at most 50");
    refused(walk(plain, "it.png", "--keys", "1,2", "--fps", "0"), "--fps: The frame rate is 0");
    refused(walk(plain, "it.gif", "--keys", "1,2", "--size", "5"), "--size: The size is 5");
    refused(walk(plain, "it.gif", "--keys", "1,2", "--way", "detour"), "--way is detour");
    refused(walk(plain, "it.gif", "--keys", "1,2", "--easing", "late"), "easing is late");
    refused(walk(plain, "it.webm", "--keys", "1,2"), "name a file that ends with .gif");
    refused(
        walk(plain, "it.gif", "--keys", "1,2", "--seconds", "1", "--total", "2"),
        "give one of them");
    refused(walk(plain, "it.gif", "--walk", "none.json"), "--walk: none.json cannot be read");
    refused(
        walk(plain, "it.gif", "--walk", "none.json", "--loop"),
        "--walk has the keys and the times");
    Path json = Files.writeString(home.resolve("empty.json"), "");
    refused(walk(plain, "it.gif", "--walk", json.toString()), "holds no walk");
  }

  @Test
  void keysMayBeBookmarksByThemselvesAndWithinCodes() {
    Bookmarks bookmarks = new Bookmarks(Home.at(home).runs().resolve(plain));
    bookmarks.add(Bookmark.of(NamedCode.of("Smile", LatentPoint.parse("vary(7,0.25,9)"), TIME)));
    bookmarks.add(Bookmark.of(NamedCode.of("small, \"old\"", new LatentPoint.Seed(5), TIME)));
    JsonObject told =
        told(
            walk(
                plain,
                "named",
                "--keys",
                "smile, \"small, \"\"old\"\"\", slerp(bookmark(\"Smile\"), 3, 0.5)",
                "--total",
                "0.2"));
    assertEquals(
        "[\"vary(7,0.25,9)\",\"5\",\"slerp(vary(7,0.25,9),3,0.5)\"]", told.get("keys").toString());
    refused(
        walk(plain, "it.gif", "--keys", "42,Simle"),
        "--keys: \"Simle\" is neither a bookmark of this run nor a latent code. There are: \"Smile\", ");
    refused(
        walk(plain, "it.gif", "--keys", "42,slerp(bookmark(\"Simle\"),3,0.5)"),
        "--keys: There is no bookmark \"Simle\". There are: \"Smile\", ");
    refused(
        walk(plain, "it.gif", "--keys", "42,slerp(Smile,3,0.5)"),
        "A bookmark stands within a code as bookmark(\"its name\").");
  }

  @Test
  void aWalkGoesThroughWWhereThereIsAMappingNetwork() throws IOException {
    String styled = run(TinyGenerator.noisy(List.of()));
    Path kept = home.resolve("kept.json");
    String[] short3 = {"--keys", "1,2", "--total", "0.12", "--easing", "linear"};
    told(walk(styled, "z", short3));
    JsonObject told =
        told(
            walk(
                styled,
                "w",
                Stream.concat(Stream.of(short3), Stream.of("--in", "w", "--keep", kept.toString()))
                    .toArray(String[]::new)));
    assertEquals("w", told.get("in").getAsString());
    told(walk(styled, "again", "--walk", kept.toString()));
    for (int frame = 0; frame < 3; frame++) {
      String name = "00000" + frame + ".png";
      int[] inZ = pixels(home.resolve("z").resolve(name));
      int[] inW = pixels(home.resolve("w").resolve(name));
      // Ends are the same codes; between them the ways part.
      assertEquals(frame != 1, java.util.Arrays.equals(inZ, inW), name);
      assertArrayEquals(inW, pixels(home.resolve("again").resolve(name)));
    }
    refused(
        walk(plain, "it.gif", "--keys", "1,2", "--in", "w"),
        "--in w is for generators with a mapping network");
    refused(walk(styled, "it.gif", "--keys", "1,2", "--in", "x"), "--in: \"x\" is no space");
    refused(
        walk(plain, "it.gif", "--walk", kept.toString()), "this generator has no mapping network");
  }

  private static int[] pixels(Path png) throws IOException {
    var image = Pngs.decode(Files.readAllBytes(png));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private void refused(CommandLineRun run, String message) {
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertTrue(Files.notExists(home.resolve("it.gif")));
  }

  @Test
  void whatIsThereIsReplacedOnlyWhereThatIsAsked() throws IOException {
    Path file = Files.writeString(home.resolve("mine.gif"), "dear diary");
    CommandLineRun refused = walk(plain, "mine.gif", "--keys", "1,2", "--total", "0.1");
    assertEquals(Main.BAD_USE, refused.code());
    assertEquals("dear diary", Files.readString(file));
    told(walk(plain, "mine.gif", "--keys", "1,2", "--total", "0.1", "--overwrite"));
    assertTrue(Files.size(file) > 100);
  }

  @Test
  void aTrainingIsAFilmOfItsSheets() throws IOException {
    RunFolder run = RunFolder.open(Home.at(home).runs().resolve(plain));
    for (long step = 0; step <= 40; step += 10) {
      run.events()
          .append(
              new Event.Scalars(
                  TIME, step, Map.of("loss.generator", 1.0, "loss.discriminator", 0.5)));
      String file = run.saveSheet(step, new SheetPictures(new Picture(40, 40, new int[40 * 40])));
      run.events().append(new Event.Sheet(TIME, step, file, 1, 1, true));
    }
    Path out = home.resolve("training");
    JsonObject told =
        told(
            explore(
                "film",
                plain,
                "--out",
                out.toString(),
                "--seconds",
                "1",
                "--fps",
                "10",
                "--size",
                "200"));
    assertEquals(20, told.get("frames").getAsInt());
    assertEquals(5, told.get("sheets").getAsInt());
    assertEquals(200, told.get("width").getAsInt());
    try (Stream<Path> frames = Files.list(out)) {
      assertEquals(20, frames.count());
    }
  }

  @Test
  void aTrainingWithoutSheetsIsRefused() {
    CommandLineRun refused =
        explore("film", plain, "--out", home.resolve("training.gif").toString());
    assertEquals(Main.BAD_USE, refused.code());
    assertTrue(refused.err().contains("has kept 0 sample sheets"), refused.err());
    assertTrue(Files.notExists(home.resolve("training.gif")));
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : new String[] {"walk", "film"}) {
      CommandLineRun help = CommandLineRun.of(home, "explore", command, "--help");
      assertEquals(Main.DONE, help.code());
      assertTrue(help.out().startsWith("Usage: saddlepoint explore " + command), help.out());
    }
  }
}
