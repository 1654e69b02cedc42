package studio.saddlepoint.core.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsFileTest {
  @TempDir Path folder;

  static Stream<byte[]> foreign() {
    return Stream.of(
        "theme=\\u00zz".getBytes(StandardCharsets.UTF_8),
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, (byte) 0xff},
        new byte[512],
        "{\"theme\": \"dark\"}".getBytes(StandardCharsets.UTF_8),
        "<?xml version=\"1.0\"?>\n<a/>\n".getBytes(StandardCharsets.UTF_8),
        "[section]\ntheme=dark\n".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void aForeignFileGivesDefaultsAndIsKeptAside(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("studio.properties"), content);
    SettingsFile settings = new SettingsFile(folder);
    SettingsFile.Content read = settings.read();
    assertTrue(read.problem().isPresent());
    assertTrue(read.values().isEmpty());
    assertArrayEquals(content, Files.readAllBytes(file), "reading changes nothing");
    assertTrue(settings.keepAside());
    assertFalse(Files.exists(file));
    assertArrayEquals(content, Files.readAllBytes(folder.resolve("studio.properties.unreadable")));
  }

  @Test
  void whatWasKeptAsideBeforeStays() throws IOException {
    for (String each : new String[] {"{1", "{2"}) {
      Files.writeString(folder.resolve("studio.properties"), each);
      assertTrue(new SettingsFile(folder).keepAside());
    }
    assertEquals("{1", Files.readString(folder.resolve("studio.properties.unreadable")));
    assertEquals("{2", Files.readString(folder.resolve("studio.properties.unreadable-2")));
  }

  @Test
  void aFolderInItsPlaceIsAForeignFileToo() throws IOException {
    Files.createDirectory(folder.resolve("studio.properties"));
    SettingsFile settings = new SettingsFile(folder);
    assertTrue(settings.read().problem().isPresent());
    assertTrue(settings.keepAside());
    settings.write(new Properties());
    assertTrue(settings.read().problem().isEmpty());
  }

  @Test
  void whatIsWrittenIsReadAndNothingElseIsLeft() throws IOException {
    Properties values = new Properties();
    values.setProperty("runs.folder", "/ \u00e9\n=:#\ud83d\ude00");
    SettingsFile settings = new SettingsFile(folder.resolve("made"));
    settings.write(values);
    assertEquals(values, settings.read().values());
    try (Stream<Path> files = Files.list(folder.resolve("made"))) {
      assertEquals(1, files.count());
    }
  }
}
