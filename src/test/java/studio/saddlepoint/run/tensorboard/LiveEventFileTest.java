package studio.saddlepoint.run.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.run.Fixtures;
import studio.saddlepoint.run.RunFolder;
import studio.saddlepoint.run.event.Event;

class LiveEventFileTest {
  private static final Recipe ON = Fixtures.RECIPE.with("training.tensorBoard", true);

  @TempDir private Path root;

  private RunFolder run;
  private Path folder;

  @BeforeEach
  void create() {
    run = RunFolder.create(root, Fixtures.RECIPE);
    folder = run.path().resolve("tensorboard");
  }

  private static Event begun(long step) {
    return new Event.Begun(ToldRun.NOW, step, "cpu", step > 0);
  }

  @Test
  void writesNothingUnlessItIsSwitchedOn() {
    try (LiveEventFile live = new LiveEventFile(run)) {
      live.of(Fixtures.RECIPE);
      live.take(begun(0));
      live.take(ToldRun.scalars(1, 1));
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void tellsThatATrainingWentBack() throws IOException {
    try (LiveEventFile live = new LiveEventFile(run)) {
      live.of(ON);
      live.take(begun(0));
      live.take(ToldRun.scalars(1, 1));
      live.take(ToldRun.scalars(2, 2));
      live.take(begun(1));
      live.take(ToldRun.scalars(2, 20));
    }
    List<Path> files = EventFolder.ours(folder);
    assertEquals(1, files.size());
    EventFileContent content = EventFileContent.of(files.get(0));
    assertEquals(List.of(2L), content.restarts);
    assertEquals(3, content.of("loss/generator").size());
  }

  @Test
  void goesOnInAFileOfItsOwn() throws IOException {
    for (long from : new long[] {0, 1}) {
      try (LiveEventFile live = new LiveEventFile(run)) {
        live.of(ON);
        live.take(begun(from));
        live.take(ToldRun.scalars(from + 1, from));
      }
    }
    List<Path> files = EventFolder.ours(folder);
    assertEquals(2, files.size());
    assertEquals(List.of(2L), EventFileContent.of(files.get(1)).restarts);
  }

  @Test
  void saysOnceThatItCannotBeWritten() throws IOException {
    Files.createFile(folder); // in the way of the folder
    try (LiveEventFile live = new LiveEventFile(run)) {
      live.of(ON);
      StudioException refused = assertThrows(StudioException.class, () -> live.take(begun(0)));
      assertTrue(
          refused.getMessage().contains("The training goes on without event files."),
          refused.getMessage());
      live.take(ToldRun.scalars(1, 1));
    }
  }
}
