package studio.saddlepoint.run.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.RECIPE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;

class RunsPlaceTest {
  @TempDir Path root;

  private static String refusal(Path folder) {
    return assertThrows(StudioException.class, () -> RunsPlace.require(folder)).getMessage();
  }

  @Test
  void aFolderThatCanBeWrittenToStaysEmpty() throws IOException {
    Path place = RunsPlace.require(root.resolve("a/../b/c"));
    assertEquals(root.resolve("b/c").toAbsolutePath(), place);
    try (Stream<Path> files = Files.list(place)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void whatCannotBeWrittenToIsRefusedByName() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");
    String below = refusal(file.resolve("runs"));
    assertTrue(below.contains(file.resolve("runs").toString()), below);
    assertTrue(below.contains("choose another folder"), below);
    assertTrue(refusal(file).contains("No runs can be put into"), "a file is no folder");
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aRunIsNoPlaceForRuns() {
    Path run = RunFolder.create(root, RECIPE).path();
    assertTrue(refusal(run).contains("is a run itself"));
    assertTrue(refusal(run.resolve("samples")).contains("is a run itself"));
    assertEquals(root.toAbsolutePath(), RunsPlace.require(root));
  }
}
