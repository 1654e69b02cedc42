package studio.saddlepoint.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.Home;

class PreferencesTest {
  private static final Preferences DEFAULTS =
      new Preferences(
          Optional.empty(), List.of(), Preferences.AUTOMATIC, Preferences.AUTOMATIC_DEVICE, false);

  @TempDir Path folder;

  private static Preferences of(String... keysAndValues) {
    Properties values = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return Preferences.of(values);
  }

  @Test
  void whatMeansNothingIsAsIfItWereNotKept() {
    assertEquals(DEFAULTS, of());
    assertEquals(DEFAULTS, of("threads", "many", "device", "tpu", "network", "perhaps"));
    assertEquals(DEFAULTS, of("threads", "-2", "device", "gpu", "runs.folder", "relative"));
    assertEquals(DEFAULTS, of("threads", "99999999999999", "runs.folder", "a\0b"));
    assertEquals(DEFAULTS, of("threads", "5000"));
  }

  @Test
  void aFileThatCannotBeReadGivesDefaults() throws IOException {
    Home home = Home.at(folder);
    Files.createDirectories(home.settings());
    Files.writeString(home.settings().resolve("studio.properties"), "threads=\\u00");
    assertEquals(DEFAULTS, Preferences.of(home));
    assertEquals(home, Preferences.of(home).place(home));
  }

  @Test
  void runsOfTheUsualAndOfEarlierFoldersAreStillLookedFor() {
    Home home = Home.at(folder);
    Path chosen = folder.resolve("chosen").toAbsolutePath();
    Path earlier = folder.resolve("earlier").toAbsolutePath();
    Home placed =
        of("runs.folder", chosen.toString(), "runs.earlier", earlier + "\n" + chosen).place(home);
    assertEquals(chosen, placed.runs());
    assertEquals(List.of(chosen, home.runs(), earlier), placed.runFolders());
    assertEquals(home.dataSets(), placed.dataSets(), "downloads stay where they are");
    assertEquals(home.caches(), placed.caches());
  }

  @Test
  void theUsualFolderAgainKeepsTheEarlierOneInSight() {
    Home home = Home.at(folder);
    Path earlier = folder.resolve("earlier").toAbsolutePath();
    Home placed = of("runs.earlier", earlier.toString()).place(home);
    assertEquals(List.of(home.runs(), earlier), placed.runFolders());
  }

  @Test
  void valuesAreRead() {
    Preferences read = of("threads", "3", "device", "gpu1", "network", "never");
    assertEquals(3, read.threads());
    assertEquals("gpu1", read.device());
    assertTrue(read.offline());
    assertFalse(of("network", "ask").offline());
  }
}
