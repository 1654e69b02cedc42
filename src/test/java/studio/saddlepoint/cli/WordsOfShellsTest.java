package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that have a meaning elsewhere: here a folder may be called so. */
class WordsOfShellsTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data info @photos",
        "train @photos",
        "train dcgan-strokes --data @photos",
        "resume @photos",
        "sample @photos --out @photos",
        "evaluate --real @photos --fake @photos",
        "recipes @photos",
        "bench methods --data @photos",
        "@photos"
      })
  void noFileOfArgumentsIsLookedFor(String line) {
    CommandLineRun run = CommandLineRun.of(home, line.split(" "));
    assertEquals(Main.BAD_USE, run.code(), run.err());
    assertTrue(run.err().contains("@photos"), run.err());
    assertEquals(1, run.err().strip().lines().count(), run.err());
  }

  @Test
  void aFolderMayBeginWithAnAt() {
    Path folder = TestPictures.folder(home.resolve("@photos"), 10);
    CommandLineRun run = CommandLineRun.of(home, "data", "info", folder.toString());
    assertEquals(Main.DONE, run.code(), run.err());
  }

  @Test
  void helpNamesTheFolderOfRunsAsItIs() {
    for (String name :
        List.of("100%d", "50%", "%n", "${sys:user.home}", "@|bold x|@", "$$", "a{0}'b")) {
      CommandLineRun run = CommandLineRun.of(home.resolve(name), "--help");
      assertEquals(Main.DONE, run.code(), run.err());
      assertTrue(
          run.out().contains("Runs are kept in " + home.resolve(name).resolve("runs") + ";"),
          run.out());
      assertEquals("", run.err());
    }
  }
}
