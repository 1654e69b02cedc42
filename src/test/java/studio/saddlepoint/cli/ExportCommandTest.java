package studio.saddlepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.run.Fixtures;
import studio.saddlepoint.run.RunFolder;

/** A run as files for other programs, and as a report. */
class ExportCommandTest {
  @TempDir private Path home;

  private RunFolder run;

  @BeforeEach
  void make() {
    run = RunFolder.create(Home.at(home).runs(), Fixtures.RECIPE);
  }

  @Test
  void writesAnEventFileIntoTheRunUnlessAFolderIsNamed() {
    CommandLineRun own = CommandLineRun.of(home, "export", run.id(), "--tensorboard", "--json");
    assertEquals(Main.DONE, own.code(), own.err());
    Path file =
        Path.of(
            own.json().getAsJsonObject().getAsJsonObject("tensorboard").get("file").getAsString());
    assertEquals(run.path().resolve("tensorboard"), file.getParent());
    Path other = home.resolve("board");
    CommandLineRun named =
        CommandLineRun.of(home, "export", run.id(), "--tensorboard", other.toString());
    assertEquals(Main.DONE, named.code(), named.err());
    assertTrue(named.out().contains(other.toString()), named.out());
  }

  @Test
  void saysWhatCanBeWrittenWhereNothingIsAskedFor() {
    CommandLineRun none = CommandLineRun.of(home, "export", run.id());
    assertEquals(Main.BAD_USE, none.code());
    assertTrue(none.err().contains("--tensorboard"), none.err());
  }

  @Test
  void writesAReport() {
    CommandLineRun own = CommandLineRun.of(home, "report", run.id());
    assertEquals(Main.DONE, own.code(), own.err());
    assertTrue(Files.exists(run.path().resolve("report.html")));
    Path named = home.resolve("a.html");
    CommandLineRun other = CommandLineRun.of(home, "report", run.id(), "--out", named.toString());
    assertEquals(Main.DONE, other.code(), other.err());
    assertTrue(Files.exists(named));
    CommandLineRun wrong = CommandLineRun.of(home, "report", run.id(), "--out", "a.pdf");
    assertEquals(Main.BAD_USE, wrong.code());
    assertTrue(wrong.err().contains("must end with .html"), wrong.err());
  }
}
