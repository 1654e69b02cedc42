package studio.saddlepoint.run.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.RECIPE;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.RunLock;

class RunTrashTest {
  @TempDir private Path root;
  private Path runs;
  private Path run;
  private RunTrash trash;

  @BeforeEach
  void make() throws IOException {
    runs = root.resolve("my runs ü");
    run = RunFolder.create(runs, RECIPE).path();
    trash = new RunTrash(Optional.of(root.resolve("data/Trash")));
  }

  @Test
  void aDeletedRunLiesInTheTrashCanAsTheDesktopKnowsItAndComesBack() throws IOException {
    RunTrash.Thrown thrown = trash.delete(run);
    assertFalse(Files.exists(run));
    assertTrue(RunList.of(runs).isEmpty());
    assertTrue(thrown.inDesktop());
    assertEquals(root.resolve("data/Trash/files").resolve(run.getFileName()), thrown.to());
    List<String> info =
        Files.readAllLines(
            root.resolve("data/Trash/info").resolve(run.getFileName() + ".trashinfo"));
    assertEquals("[Trash Info]", info.get(0));
    assertTrue(info.get(1).contains("my%20runs%20%C3%BC/"), info.get(1));
    String path = info.get(1).substring("Path=".length());
    assertEquals(run, Path.of(URI.create("file://" + path)));
    assertTrue(info.get(2).matches("DeletionDate=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"));
    assertEquals(run, trash.restore(thrown));
    assertEquals(RECIPE, RunFolder.open(run).recipe());
    assertFalse(Files.exists(thrown.info().orElseThrow()));
    assertFalse(Files.exists(thrown.to()));
  }

  @Test
  void runsOfOneNameDoNotCoverEachOther() throws IOException {
    RunTrash.Thrown first = trash.delete(run);
    Files.createDirectory(run);
    Files.writeString(run.resolve("recipe.json"), "another");
    RunTrash.Thrown second = trash.delete(run);
    assertEquals(run.getFileName() + ".2", second.to().getFileName().toString());
    assertEquals(run, trash.restore(second));
    Path back = trash.restore(first);
    assertEquals(run.getFileName() + "-2", back.getFileName().toString());
    assertEquals("another", Files.readString(run.resolve("recipe.json")));
    assertEquals(RECIPE, RunFolder.open(back).recipe());
  }

  @Test
  void whereTheSystemHasNoTrashCanItIsMovedBesideTheRuns() {
    RunTrash none = new RunTrash(Optional.empty());
    RunTrash.Thrown thrown = none.delete(run);
    assertFalse(thrown.inDesktop());
    assertEquals(runs.resolve(".trash").resolve(run.getFileName()), thrown.to());
    assertTrue(RunList.of(runs).isEmpty());
    assertEquals(run, none.restore(thrown));
    assertEquals(1, RunList.of(runs).size());
  }

  @Test
  void whatTrainsStaysWhereItIs() {
    try (RunLock lock = RunFolder.open(run).lock()) {
      String told = assertThrows(StudioException.class, () -> trash.delete(run)).getMessage();
      assertTrue(told.contains("is being trained. Stop the training"), told);
    }
    assertTrue(Files.exists(run.resolve("recipe.json")));
  }

  @Test
  void whatIsGoneFromTheTrashIsTold() throws IOException {
    RunTrash.Thrown thrown = trash.delete(run);
    Files.move(thrown.to(), root.resolve("emptied"));
    String told = assertThrows(StudioException.class, () -> trash.restore(thrown)).getMessage();
    assertTrue(told.contains("not in the trash any more"), told);
  }

  /**
   * Desktops need not take whole paths in the trash can of a disk, which may be mounted anywhere.
   */
  @Test
  void onAnotherDiskThePathIsToldFromItsTop() {
    String whole = RunTrash.info(run, Optional.empty());
    assertTrue(whole.contains("\nPath=/"), whole);
    String from = RunTrash.info(run, Optional.of(root));
    assertTrue(from.contains("\nPath=my%20runs%20%C3%BC/" + run.getFileName() + "\n"), from);
    String top = RunTrash.info(run, Optional.of(root.getRoot()));
    assertEquals(whole.replace("\nPath=/", "\nPath="), top);
  }

  @Test
  void theTrashCanIsWhereTheDesktopLooksForIt() {
    assertEquals(
        Optional.of(Path.of("/data/Trash")),
        RunTrash.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/data")).home());
    assertEquals(
        Optional.of(Path.of("/home/a/.local/share/Trash")),
        RunTrash.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "data")).home());
    assertEquals(Optional.empty(), RunTrash.of("Mac OS X", "/home/a", Map.of()).home());
    assertEquals(Optional.empty(), RunTrash.of("Windows 11", "C:\\a", Map.of()).home());
  }
}
