package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.latent.TinyGenerator;
import studio.saddlepoint.latent.direction.DirectionFile;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.checkpoint.Checkpoint;

/** Grids of the page Explore, by the command. */
class ExploreGridCommandTest {
  @TempDir Path home;

  private CommandLineRun grid(List<String> classes, String... more) {
    return grid(TinyGenerator.checkpoint(classes, 1), more);
  }

  private CommandLineRun grid(Checkpoint checkpoint, String... more) {
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    List<String> args = new ArrayList<>(List.of("explore", "grid", run.id()));
    args.addAll(List.of(more));
    args.add("--json");
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"plane,96,96", "classes,98,32", "training,32,32"})
  void aGridIsWrittenAndTold(String kind, int width, int height) {
    Path out = home.resolve("grid.png");
    CommandLineRun done =
        grid(
            List.of("a", "b", "c"),
            "--kind",
            kind,
            "--codes",
            "1,slerp(2,3,0.5),4",
            "--side",
            "3",
            "--out",
            out.toString());
    assertEquals(Main.DONE, done.code(), done.err());
    JsonObject told = done.json().getAsJsonObject();
    assertEquals(width, told.get("width").getAsInt());
    assertEquals(height, told.get("height").getAsInt());
    assertTrue(Files.exists(out));
  }

  @ParameterizedTest
  @CsvSource({
    "cake,'1,2,3',7,it must be truncation",
    "plane,'1,2',7,three",
    "plane,'1,2,3',1,between 2 and 32",
    "plane,'1,x(,3',7,x(",
    "plane,'1,2,code(1)',7,other codes",
    "classes,1,7,without classes"
  })
  void nonsenseIsRefused(String kind, String codes, String side, String told) {
    Path out = home.resolve("grid.png");
    CommandLineRun done =
        grid(List.of(), "--kind", kind, "--codes", codes, "--side", side, "--out", out.toString());
    assertTrue(done.code() != Main.DONE);
    assertTrue(done.err().contains(told), done.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void psiIsForGeneratorsWithAMappingNetwork() {
    CommandLineRun done =
        grid(List.of(), "--kind", "plane", "--psi", "0.5", "--out", home + "/grid.png");
    assertTrue(done.err().contains("mapping network"), done.err());
  }

  @Test
  void aPlaneLiesInWWhereThereIsAMappingNetwork() throws IOException {
    Checkpoint styled = TinyGenerator.noisy(List.of());
    Path inZ = home.resolve("z.png");
    Path inW = home.resolve("w.png");
    CommandLineRun z = grid(styled, "--kind", "plane", "--side", "2", "--out", inZ.toString());
    CommandLineRun w =
        grid(styled, "--kind", "plane", "--side", "2", "--in", "w", "--out", inW.toString());
    assertEquals(Main.DONE, z.code(), z.err());
    assertEquals(Main.DONE, w.code(), w.err());
    assertEquals("w", w.json().getAsJsonObject().get("in").getAsString());
    assertTrue(Files.mismatch(inZ, inW) >= 0);
    CommandLineRun plain =
        grid(List.of(), "--kind", "plane", "--in", "w", "--out", home + "/grid.png");
    assertTrue(plain.err().contains("--in w is for generators with a mapping"), plain.err());
  }

  @Test
  void aPlaneMayLieAlongTwoDirections() throws IOException {
    Checkpoint checkpoint = TinyGenerator.checkpoint(List.of(), 1);
    RunFolder run = RunFolder.create(Home.at(home).runs(), checkpoint.recipe());
    run.saveCheckpoint(checkpoint);
    String[] find = {"explore", "directions", "find", run.id(), "--method", "sefa", "--count", "2"};
    assertEquals(Main.DONE, CommandLineRun.of(home, find).code());
    List<String> names =
        DirectionFile.of(run).read().all().stream().map(each -> each.name()).toList();
    Path out = home.resolve("along.png");
    Path only = home.resolve("code.png");
    List<String> plane =
        List.of("explore", "grid", run.id(), "--kind", "plane", "--codes", "5", "--side", "3");
    CommandLineRun done = along(plane, names, out);
    assertEquals(Main.DONE, done.code(), done.err());
    String[] code = {"explore", "picture", run.id(), "--code", "5", "--out", only.toString()};
    assertEquals(Main.DONE, CommandLineRun.of(home, code).code());
    BufferedImage grid = ImageIO.read(out.toFile());
    BufferedImage alone = ImageIO.read(only.toFile());
    int size = grid.getWidth() / 3;
    assertEquals(alone.getRGB(0, 0), grid.getRGB(size, size), "the code itself is in the middle");
    assertTrue(along(plane, names.subList(0, 1), out).err().contains("name two directions"));
    assertTrue(along(plane, List.of("up", names.get(0)), out).err().contains("up"));
  }

  private CommandLineRun along(List<String> command, List<String> names, Path out) {
    List<String> args = new ArrayList<>(command);
    names.forEach(each -> args.addAll(List.of("--along", each)));
    args.addAll(List.of("--out", out.toString()));
    return CommandLineRun.of(home, args.toArray(String[]::new));
  }

  @Test
  void anAttributeIsFollowedThroughATrainingOnly() {
    CommandLineRun plane =
        grid(List.of(), "--kind", "plane", "--attribute", "x", "--out", home + "/grid.png");
    assertTrue(plane.err().contains("name it with --kind training"), plane.err());
  }

  @Test
  void whatIsNoPngIsRefused() {
    CommandLineRun done = grid(List.of(), "--kind", "plane", "--out", "grid.jpg");
    assertTrue(done.err().contains(".png"), done.err());
  }
}
