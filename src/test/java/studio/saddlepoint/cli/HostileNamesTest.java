package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names that would forge lines of an answer or steer the terminal that shows it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can be called so there")
class HostileNamesTest {
  private static final String STEERING =
      "(?s).*[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e].*";

  @TempDir Path home;

  private Path broken(String name, String... files) throws IOException {
    Path folder = TestPictures.folder(home.resolve(name).resolve("good\u001b[31m"), 12);
    for (String file : files) {
      Files.writeString(folder.resolve(file), "no picture");
    }
    return folder.getParent();
  }

  private static void assertPlain(CommandLineRun run) {
    assertFalse(run.out().matches(STEERING), run.out());
    assertFalse(run.err().matches(STEERING), run.err());
  }

  @Test
  void areEscapedInWhatIsToldOfADataSet() throws IOException {
    Path folder =
        broken("pets\n\u001b[2J", "a\n9 files left out:\n  b.png", "\u202egnp.c\u009b2J.png");
    CommandLineRun run = CommandLineRun.of(home, "data", "info", folder.toString());
    assertEquals(Main.DONE, run.code(), run.err());
    assertPlain(run);
    assertTrue(run.out().startsWith("pets\\n\\x1b[2J, folder"), run.out());
    assertTrue(run.out().contains("good\\x1b[31m (12)"), run.out());
    assertEquals(
        1, run.out().lines().filter(line -> line.endsWith("files left out:")).count(), run.out());
    assertTrue(run.out().contains("a\\n9 files left out:\\n  b.png: "), run.out());
    assertTrue(run.out().contains("\\u202egnp.c\\u009b2J.png: "), run.out());
  }

  @Test
  void areTheirOwnForMachines() throws IOException {
    Path folder = broken("pets", "a\n\u202eb\u007f.png");
    CommandLineRun run = CommandLineRun.of(home, "data", "info", folder.toString(), "--json");
    assertPlain(run);
    assertEquals(
        "good\u001b[31m/a\n\u202eb\u007f.png",
        run.json()
            .getAsJsonObject()
            .getAsJsonArray("problems")
            .get(0)
            .getAsJsonObject()
            .get("file")
            .getAsString());
  }

  @Test
  void areEscapedInWhatAComparisonLeavesOut() throws IOException {
    Path folder = broken("pets", "a\nLeft out: b\u001b[2J.png");
    CommandLineRun run =
        CommandLineRun.of(
            home,
            "evaluate",
            "--real",
            folder.toString(),
            "--fake",
            folder.toString(),
            "--extractor",
            "pixels",
            "--metrics",
            "fid",
            "--no-intervals");
    assertEquals(Main.DONE, run.code(), run.err());
    assertPlain(run);
    assertTrue(run.err().contains("a\\nLeft out: b\\x1b[2J.png is "), run.err());
  }

  @Test
  void areEscapedInErrors() throws IOException {
    for (String name : new String[] {"no\u001b[2J\nthing", "\u202egnp"}) {
      for (String[] line :
          new String[][] {
            {"data", "info", name},
            {"train", name},
            {"train", "dcgan-strokes", "--data", name},
            {"train", "dcgan-strokes", "--set", name + "=1"},
            {"resume", name},
            {"sample", name, "--out", "x.png"},
            {"evaluate", "--real", name, "--fake", name},
            {"evaluate", name, "--extractor", name},
            {name},
            {"data", "info", "strokes", name}
          }) {
        CommandLineRun run = CommandLineRun.of(home, line);
        assertEquals(Main.BAD_USE, run.code(), String.join(" ", line));
        assertPlain(run);
        assertEquals(1, run.err().strip().lines().count(), run.err());
      }
    }
    Files.createDirectories(home.resolve("empty\u001b[2J"));
    CommandLineRun run =
        CommandLineRun.of(home, "data", "info", home.resolve("empty\u001b[2J").toString());
    assertEquals(Main.FAILED, run.code());
    assertPlain(run);
    assertTrue(run.err().contains("/empty\\x1b[2J holds no images"), run.err());
  }

  @Test
  void oneFileIsNoFiles() throws IOException {
    CommandLineRun run = CommandLineRun.of(home, "data", "info", broken("x", "b.png").toString());
    assertTrue(run.out().contains(System.lineSeparator() + "1 file left out:"), run.out());
  }
}
