package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
