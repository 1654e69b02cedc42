package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.download.Network;
import studio.saddlepoint.core.settings.SettingsFile;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.torch.EngineThreads;

/** Commands heed what a person prefers in the window. */
class PreferredTest {
  @TempDir Path home;

  @AfterEach
  void forget() {
    Network.forbid(false);
    EngineThreads.want(0);
  }

  private void prefer(String key, String value) throws IOException {
    SettingsFile file = new SettingsFile(Home.at(home).settings());
    Properties values = file.read().values();
    values.setProperty(key, value);
    file.write(values);
  }

  private CommandLineRun train(String... more) {
    String[] args = {
      "train",
      "dcgan-strokes",
      "--data",
      TestPictures.folder(home.resolve("pictures"), 12).toString(),
      "--steps",
      "1",
      "--set",
      "training.batchSize=4",
      "--set",
      "generator.width=4",
      "--set",
      "discriminator.width=4",
      "--set",
      "training.evaluateEvery=0",
      "--json"
    };
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    CommandLineRun run = CommandLineRun.of(home, all);
    assertEquals(Main.DONE, run.code(), run.err());
    return run;
  }

  private static Path theRunIn(Path folder) throws IOException {
    try (Stream<Path> runs = Files.list(folder)) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void newRunsGoToThePreferredFolderAndOldOnesAreFound() throws IOException {
    train();
    Path old = theRunIn(home.resolve("runs"));
    Path chosen = home.resolve("chosen runs").toAbsolutePath();
    prefer("runs.folder", chosen.toString());
    train();
    Path made = theRunIn(chosen);
    for (Path run : new Path[] {old, made}) {
      String name = run.getFileName().toString();
      CommandLineRun resumed = CommandLineRun.of(home, "resume", name, "--steps", "2");
      assertEquals(Main.DONE, resumed.code(), resumed.err());
      String told = resumed.out() + resumed.err();
      assertTrue(told.contains("saddlepoint resume " + name), told);
    }
    CommandLineRun none = CommandLineRun.of(home, "resume", "nowhere");
    assertEquals(Main.BAD_USE, none.code());
    assertTrue(none.err().contains(old.getFileName().toString()), none.err());
    String places = "nor in " + chosen + " or " + old.getParent().toAbsolutePath() + ".";
    assertTrue(none.err().contains(places), none.err());
    String help = CommandLineRun.of(home, "--help").out();
    assertTrue(help.contains("chosen runs"), help);
  }

  @Test
  void outGoesBeforeThePreferredFolder() throws IOException {
    prefer("runs.folder", home.resolve("chosen").toAbsolutePath().toString());
    train("--out", home.resolve("out").toString());
    assertTrue(Files.isDirectory(theRunIn(home.resolve("out"))));
    assertFalse(Files.exists(home.resolve("chosen")));
  }

  @Test
  void aRecipeThatLeavesItsDeviceOpenGetsThePreferredOne() throws IOException {
    prefer("device", "cpu");
    train();
    RunFolder run = RunFolder.open(theRunIn(home.resolve("runs")));
    assertEquals("cpu", run.recipe().training().device());
    train("--out", home.resolve("out").toString(), "--set", "training.device=auto");
    RunFolder told = RunFolder.open(theRunIn(home.resolve("out")));
    assertEquals("auto", told.recipe().training().device());
  }

  @Test
  void aPreferredGpuThatIsNotHereStopsNothing() throws IOException {
    prefer("device", "gpu77");
    train();
    RunFolder run = RunFolder.open(theRunIn(home.resolve("runs")));
    assertEquals("auto", run.recipe().training().device());
  }

  @Test
  void downloadsAreRefusedWhereTheNetworkIsNotToBeUsed() throws IOException {
    prefer("network", "never");
    CommandLineRun run = CommandLineRun.of(home, "data", "get", "mnist");
    assertEquals(Main.FAILED, run.code());
    assertTrue(run.err().contains("switched off in the preferences"), run.err());
  }

  @Test
  void aBrokenPreferencesFileStopsNothingAndStays() throws IOException {
    Path file = Files.createDirectories(home.resolve("settings")).resolve("studio.properties");
    Files.writeString(file, "{broken");
    assertEquals(Main.DONE, CommandLineRun.of(home, "recipes").code());
    assertEquals("{broken", Files.readString(file));
  }
}
