package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.app.preferences.TextSize;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsNoNumberIsNotTakenForOne() throws IOException {
    for (String text : List.of("NaN", "Infinity", "1e999", "x", "")) {
      Files.writeString(folder.resolve("studio.properties"), "width=" + text);
      assertEquals(900, new Settings(folder).number("width", 900), text);
    }
  }

  @Test
  void isKeptWithoutLeftovers() throws IOException {
    new Settings(folder.resolve("made")).put("key", "\u00e9");
    assertEquals("\u00e9", new Settings(folder.resolve("made")).get("key", ""));
    try (Stream<Path> files = Files.list(folder.resolve("made"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFileOfAnotherProgramIsKeptAsideAndDefaultsAreUsed() throws IOException {
    Path file = folder.resolve("studio.properties");
    Files.writeString(file, "{\"theme\": \"dark\"}");
    Settings settings = new Settings(folder);
    assertEquals(Theme.LIGHT, settings.themeProperty().get());
    assertEquals(TextSize.USUAL, settings.textSizeProperty().get());
    settings.textSizeProperty().set(TextSize.LARGER);
    assertEquals(
        "{\"theme\": \"dark\"}", Files.readString(folder.resolve("studio.properties.unreadable")));
    assertEquals(TextSize.LARGER, new Settings(folder).textSizeProperty().get());
  }

  @Test
  void valuesThatMeanNothingAreAsIfTheyWereNotKept() throws IOException {
    Files.writeString(
        folder.resolve("studio.properties"), "theme=purple\ntext.size=777\nthreads=x\n");
    Settings settings = new Settings(folder);
    assertEquals(Theme.LIGHT, settings.themeProperty().get());
    assertEquals(TextSize.USUAL, settings.textSizeProperty().get());
    assertEquals(0, settings.preferences().threads());
    settings.put("device", "cpu");
    assertEquals("purple", new Settings(folder).get("theme", ""), "of a later version, maybe");
  }
}
