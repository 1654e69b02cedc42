package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.saddlepoint.run.Fixtures.RECIPE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.run.list.RunList;
import studio.saddlepoint.run.list.RunSummary;

class RunAboutTest {
  @TempDir private Path root;
  private Path run;

  @BeforeEach
  void make() {
    run = RunFolder.create(root, RECIPE).path();
  }

  private RunSummary listed() {
    return RunList.of(root).get(0);
  }

  @Test
  void aRunWithoutWordsIsCalledAsItsRecipe() {
    assertEquals(RunAbout.NONE, RunAbout.of(run));
    assertEquals("A test", listed().title());
    assertFalse(Files.exists(run.resolve(RunAbout.NAME)));
  }

  @Test
  void aTitleAndNotesComeBackAndTheRecipeStaysAsItWas() throws IOException {
    byte[] recipe = Files.readAllBytes(run.resolve("recipe.json"));
    RunAbout about = new RunAbout("Müller's  roses\n", "Two lines:\r\n\"second\" \\ 🌹\n");
    about.save(run);
    assertEquals(new RunAbout("Müller's roses", "Two lines:\n\"second\" \\ 🌹"), about);
    assertEquals(about, RunAbout.of(run));
    assertEquals("Müller's roses", listed().title());
    assertEquals("Müller's roses", RunFolder.open(run).title());
    assertEquals(about.notes(), listed().about().notes());
    assertEquals("A test", RunFolder.open(run).recipe().title());
    assertArrayEquals(recipe, Files.readAllBytes(run.resolve("recipe.json")));
    about.withTitle("").save(run);
    assertEquals("A test", listed().title());
    assertEquals(about.notes(), listed().about().notes());
  }

  @Test
  void aRunIsRenamedWhileItTrains() {
    RunFolder folder = RunFolder.open(run);
    try (RunLock lock = folder.lock()) {
      new RunAbout("Renamed", "").save(run);
      assertTrue(listed().locked());
      assertEquals("Renamed", listed().title());
    }
  }

  @Test
  void damagedWordsHideNothing() throws IOException {
    for (String damaged : new String[] {"", "[]", "{\"title\": ", "{\"title\": {}}", "\0"}) {
      Files.writeString(run.resolve(RunAbout.NAME), damaged);
      assertEquals("A test", listed().title(), damaged);
      assertEquals("", listed().problem());
    }
    new RunAbout("Again", "").save(run);
    assertEquals("Again", listed().title());
  }

  @Test
  void whatALaterVersionWroteStays() throws IOException {
    Files.writeString(
        run.resolve(RunAbout.NAME), "{\"title\": \"Old\", \"stars\": [1, 2], \"tag\": 3}");
    RunAbout.of(run).withTitle("New").save(run);
    String kept = Files.readString(run.resolve(RunAbout.NAME)).replaceAll("\\s", "");
    assertEquals("{\"title\":\"New\",\"stars\":[1,2],\"tag\":3,\"notes\":\"\"}", kept);
  }
}
