package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
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
import studio.saddlepoint.core.Pngs;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** Mixed styles in a PNG, by the command. */
class MixCommandTest {
  private static final List<String> CLASSES = List.of("cat", "dog", "owl");

  @TempDir Path home;

  private String styled = "";

  @BeforeEach
  void makeRun() {
    styled = run(TinyGenerator.noisy(List.of()));
  }

  private String run(Checkpoint checkpoint) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    return run.id();
  }

  @Test
  void aGridHasItsRowsAndColumnsOwnPicturesBesideTheMixedOnes() throws IOException {
    Path file = home.resolve("new").resolve("mix.png");
    JsonObject told =
        told(mix(styled, file, "--rows", "1-2", "--columns", "7, 4,12", "--layers", "0-3"));
    assertEquals("[1,2]", told.get("rows").toString());
    assertEquals("[7,4,12]", told.get("columns").toString());
    assertEquals("[0,3]", told.get("layers").toString());
    assertEquals("4x4 to 16x16", told.get("sizes").getAsString());
    assertEquals("fixed", told.get("noise").getAsString());
    assertTrue(told.get("psi").isJsonNull());
    byte[] png = Files.readAllBytes(file);
    assertEquals(told.get("width").getAsInt(), Pngs.decode(png).getWidth());
    assertEquals(32 + 4 + 3 * 33 - 1, told.get("width").getAsInt());
    assertEquals(32 + 4 + 2 * 33 - 1, told.get("height").getAsInt());
    String texts = new String(png, StandardCharsets.ISO_8859_1);
    assertTrue(texts.contains("mixed-layers\0"));
    assertTrue(texts.contains("7, 4, 12"));
  }

  @Test
  void theFinerHalfIsMixedUnlessLayersAreNamed() {
    JsonObject told = told(mix(styled, home.resolve("it.png")));
    assertEquals("[4,7]", told.get("layers").toString());
    assertEquals(5, told.get("rows").getAsJsonArray().size());
    assertEquals(4, told.get("columns").getAsJsonArray().size());
  }

  @Test
  void truncationIsOfAllCodes() throws IOException {
    told(mix(styled, home.resolve("mean.png"), "--psi", "0"));
    JsonObject told = told(mix(styled, home.resolve("it.png"), "--psi", "0.5", "--cutoff", "4"));
    assertEquals(0.5, told.get("psi").getAsDouble());
    assertEquals(4, told.get("cutoff").getAsInt());
    assertFalse(Arrays.equals(pixels("mean.png"), pixels("it.png")));
  }

  @Test
  void noiseIsFixedOffOrFresh() throws IOException {
    told(mix(styled, home.resolve("fixed.png")));
    told(mix(styled, home.resolve("again.png"), "--noise", "fixed"));
    told(mix(styled, home.resolve("off.png"), "--noise", "off"));
    told(mix(styled, home.resolve("fresh.png"), "--noise", "fresh"));
    told(mix(styled, home.resolve("same.png"), "--noise", "fresh", "--seed", "1"));
    told(mix(styled, home.resolve("other.png"), "--noise", "fresh", "--seed", "2"));
    assertArrayEquals(pixels("fixed.png"), pixels("again.png"));
    assertArrayEquals(pixels("fresh.png"), pixels("same.png"));
    assertFalse(Arrays.equals(pixels("fixed.png"), pixels("off.png")));
    assertFalse(Arrays.equals(pixels("fixed.png"), pixels("fresh.png")));
    assertFalse(Arrays.equals(pixels("fresh.png"), pixels("other.png")));
  }

  private int[] pixels(String name) throws IOException {
    BufferedImage image = Pngs.decode(Files.readAllBytes(home.resolve(name)));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void aConditionalGeneratorDrawsTheClassAskedFor() throws IOException {
    String conditional = run(TinyGenerator.noisy(CLASSES));
    assertEquals(
        "owl",
        told(mix(conditional, home.resolve("owl.png"), "--class", "owl"))
            .get("class")
            .getAsString());
    assertEquals("cat", told(mix(conditional, home.resolve("cat.png"))).get("class").getAsString());
    assertFalse(Arrays.equals(pixels("owl.png"), pixels("cat.png")));
    refused(conditional, "There is no class \"cow\"", "--class", "cow");
    refused(styled, "is not told the class", "--class", "cat");
  }

  @Test
  void nonsenseIsRefusedWithTheOptionAndWhatToDo() {
    refused(styled, "--layers: There is no layer 8", "--layers", "4-8");
    refused(styled, "--layers: \"fine\" names no layers", "--layers", "fine");
    refused(styled, "--rows: \"cat\" are no seeds", "--rows", "cat");
    refused(styled, "--columns: \"1-65\" are too many seeds: name 64", "--columns", "1-65");
    refused(styled, "--noise is loud: it must be one of fixed, off, fresh", "--noise", "loud");
    refused(styled, "--seed is for --noise fresh", "--seed", "3");
    refused(styled, "--cutoff is for --psi", "--cutoff", "3");
    refused(styled, "there are 8 layers", "--psi", "0.5", "--cutoff", "9");
    CommandLineRun other = mix(styled, home.resolve("mix.jpg"));
    assertEquals(Main.BAD_USE, other.code());
    assertTrue(other.err().contains("name a file that ends with .png"), other.err());
  }

  @Test
  void aGeneratorWithoutAMappingNetworkIsRefused() {
    String plain = run(TinyGenerator.checkpoint(List.of(), 1));
    refused(plain, "mix is for generators with a mapping network");
    refused(plain, "mix is for generators with a mapping network", "--psi", "0.5");
  }

  private void refused(String run, String message, String... options) {
    CommandLineRun refused = mix(run, home.resolve("refused.png"), options);
    assertEquals(Main.BAD_USE, refused.code(), refused.err());
    assertTrue(refused.err().contains(message), refused.err());
    assertTrue(Files.notExists(home.resolve("refused.png")));
  }

  private CommandLineRun mix(String run, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("mix", run, "--out", out.toString()));
    args.addAll(List.of(more));
    args.add("--json");
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  private static JsonObject told(CommandLineRun run) {
    assertEquals(Main.DONE, run.code(), run.err());
    return run.json().getAsJsonObject();
  }
}
