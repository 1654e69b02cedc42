package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Npy;
import studio.saddlepoint.core.Npz;
import studio.saddlepoint.latent.SampleClasses;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.run.RunFolder;

/** Samples as files, by the command. */
class SampleCommandTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "owl");

  @TempDir Path home;

  private String conditional = "";
  private String plain = "";

  @BeforeEach
  void makeRuns() {
    conditional = run(CLASSES);
    plain = run(List.of());
  }

  private String run(List<String> classes) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), TinyGenerator.recipe(classes));
    run.saveCheckpoint(TinyGenerator.checkpoint(classes, 1));
    return run.id();
  }

  @Test
  void anNpzIsReadAgainWithTheClassesThatAnEvaluationDraws() {
    Path file = home.resolve("new").resolve("samples.npz");
    JsonObject told = told(sample(conditional, file, "--n", "70", "--seed", "4", "--labels"));
    assertEquals("npz", told.get("kind").getAsString());
    assertEquals(70, told.get("pictures").getAsInt());
    assertEquals(32, told.get("width").getAsInt());
    Npz read = Npz.read(file, Set.of("arr_0", "arr_1"));
    Npy pictures = read.arrays().get("arr_0");
    assertTrue(Arrays.equals(new int[] {70, 32, 32, 3}, pictures.shape()));
    int[] labels =
        Arrays.stream(read.arrays().get("arr_1").values()).mapToInt(x -> (int) x).toArray();
    assertTrue(Arrays.equals(SampleClasses.drawn().labels(70, 3, 4), labels));
  }

  @Test
  void classesTakeTurnsOrAreOneWhereThatIsAskedFor() {
    assertEquals(List.of(0, 1, 2, 0), labels("--class-turns"));
    assertEquals(List.of(1, 1, 1, 1), labels("--class", "dog"));
  }

  private List<Integer> labels(String... more) {
    Path file = home.resolve(String.join("", more) + ".npz");
    List<String> args = new ArrayList<>(List.of("--n", "4", "--labels"));
    args.addAll(List.of(more));
    told(sample(conditional, file, args.toArray(String[]::new)));
    double[] found = Npz.read(file, Set.of("arr_1")).arrays().get("arr_1").values();
    return IntStream.range(0, found.length).mapToObj(i -> (int) found[i]).toList();
  }

  @Test
  void samplesInAFolderMeasureAsTheRunItself() throws IOException {
    Path real = TestPictures.folder(home.resolve("real"), 64);
    Path out = home.resolve("out");
    told(sample(plain, out, "--n", "64"));
    assertEquals(
        fid(plain, "--real", real.toString()),
        fid("--real", real.toString(), "--fake", out.toString()),
        1e-9);
    told(sample(conditional, home.resolve("by class"), "--n", "64", "--labels"));
    assertTrue(Files.isDirectory(home.resolve("by class").resolve("owl")));
    assertEquals(
        fid(conditional, "--real", real.toString()),
        fid("--real", real.toString(), "--fake", home.resolve("by class").toString()),
        1e-9);
  }

  private double fid(String... what) {
    List<String> args = new ArrayList<>(List.of("evaluate"));
    args.addAll(List.of(what));
    args.addAll(
        List.of(
            "--metrics",
            "fid",
            "--extractor",
            "pixels",
            "--no-intervals",
            "--n",
            "64",
            "--size",
            "32",
            "--json"));
    CommandLineRun measured = CommandLineRun.of(home, args.toArray(String[]::new));
    assertEquals(Main.DONE, measured.code(), measured.err());
    return measured.json().getAsJsonObject().getAsJsonObject("values").get("fid").getAsDouble();
  }

  @Test
  void otherSizesAreRefusedBeforeSamplesAreRanked() throws IOException {
    Path real = TestPictures.folder(home.resolve("real"), 12);
    CommandLineRun refused =
        CommandLineRun.of(
            home,
            "evaluate",
            plain,
            "--real",
            real.toString(),
            "--size",
            "16",
            "--keep-best",
            "0.5",
            "--extractor",
            "pixels");
    assertEquals(Main.FAILED, refused.code());
    assertTrue(refused.err().contains("The real images are 16x16"), refused.err());
    assertFalse(refused.err().contains("Judging"), refused.err());
  }

  @Test
  void aFileIsReplacedOnRequestOnly() throws IOException {
    Path file = Files.writeString(home.resolve("mine.zip"), "dear diary");
    CommandLineRun refused = sample(plain, file, "--n", "2");
    assertEquals(Main.BAD_USE, refused.code());
    assertTrue(refused.err().contains("is there already"), refused.err());
    assertEquals("dear diary", Files.readString(file));
    told(sample(plain, file, "--n", "2", "--overwrite"));
    assertTrue(Files.size(file) > 100);
  }

  @Test
  void labelsOfAGeneratorWithoutClassesAreRefused() {
    CommandLineRun refused = sample(plain, home.resolve("out"), "--labels");
    assertEquals(Main.BAD_USE, refused.code());
    assertTrue(refused.err().contains("is not told the class"), refused.err());
    assertTrue(Files.notExists(home.resolve("out")));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsAFailureInOneLine() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    CommandLineRun failed = sample(plain, file.resolve("samples.npz"), "--n", "2");
    assertEquals(Main.FAILED, failed.code());
    String last = failed.err().lines().reduce((first, next) -> next).orElseThrow();
    assertTrue(last.contains("samples.npz cannot be written"), failed.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"discriminator", "realism"})
  void aPlaceThatCannotBeWrittenIsToldBeforeSamplesAreRanked(String by) throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    for (String name : List.of("it.png", "folder", "it.zip", "it.npz")) {
      Path out = file.resolve(name);
      CommandLineRun failed = sample(plain, out, "--n", "2", "--keep-best", "0.5", "--by", by);
      assertEquals(Main.FAILED, failed.code());
      assertTrue(failed.err().contains(name + " cannot be written"), failed.err());
      assertFalse(failed.err().contains("Judging"), failed.err());
      assertFalse(failed.err().contains("classifier"), failed.err());
    }
  }

  @Test
  void anEmptyPlaceIsBadUse() {
    CommandLineRun refused = sample(plain, Path.of(""), "--n", "2");
    assertEquals(Main.BAD_USE, refused.code());
    assertTrue(refused.err().contains("it is empty: name a file or folder"), refused.err());
  }

  @Test
  void aPointInAFoldersNameMakesItNoFile() {
    Path out = home.resolve("samples.v12");
    told(sample(plain, out, "--n", "2"));
    assertTrue(Files.isDirectory(out));
  }

  @Test
  void anInfiniteThresholdIsNoTruncation() {
    JsonObject told =
        told(sample(plain, home.resolve("it.zip"), "--n", "2", "--truncation", "Infinity"));
    assertTrue(told.get("truncation").isJsonNull(), told.toString());
  }

  @Test
  void codesOfAStyledGeneratorAreTruncatedInW() throws IOException {
    String styled = styled();
    Path whole = home.resolve("whole.npz");
    Path drawn = home.resolve("drawn.npz");
    assertTrue(told(sample(styled, whole, "--n", "3")).get("psi").isJsonNull());
    JsonObject told = told(sample(styled, drawn, "--n", "3", "--psi", "0.5", "--cutoff", "4"));
    assertEquals(0.5, told.get("psi").getAsDouble());
    assertEquals(4, told.get("cutoff").getAsInt());
    assertFalse(Arrays.equals(pictures(whole), pictures(drawn)));
    Path folder = home.resolve("mean");
    told(sample(styled, folder, "--n", "2", "--psi", "0"));
    byte[] first = Files.readAllBytes(folder.resolve("000000.png"));
    assertTrue(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1).contains("psi\0"));
    assertTrue(
        Arrays.equals(pixels(first), pixels(Files.readAllBytes(folder.resolve("000001.png")))),
        "two mean pictures are the same");
  }

  private static double[] pictures(Path file) {
    return Npz.read(file, Set.of("arr_0")).arrays().get("arr_0").values();
  }

  private static int[] pixels(byte[] png) throws IOException {
    java.awt.image.BufferedImage image =
        javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private String styled() {
    RunFolder run = RunFolder.create(Home.at(home).runs(), TinyGenerator.styled());
    run.saveCheckpoint(TinyGenerator.checkpoint(TinyGenerator.styled(), List.of(), 1));
    return run.id();
  }

  @Test
  void eachGeneratorHasItsOwnTruncation() {
    refused(styled(), "use --psi", "--truncation", "1");
    refused(styled(), "there are 8 layers", "--psi", "0.5", "--cutoff", "9");
    refused(plain, "use --truncation", "--psi", "0.5");
  }

  private void refused(String run, String message, String... options) {
    CommandLineRun refused = sample(run, home.resolve("it.png"), options);
    assertEquals(Main.BAD_USE, refused.code(), refused.err());
    assertTrue(refused.err().contains(message), refused.err());
  }

  private CommandLineRun sample(String run, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("sample", run, "--out", out.toString()));
    args.addAll(List.of(more));
    args.add("--json");
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  private static JsonObject told(CommandLineRun run) {
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }
}
