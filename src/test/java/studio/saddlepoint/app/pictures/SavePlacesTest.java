package studio.saddlepoint.app.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavePlacesTest {
  @Test
  void endingIsAddedToANameWithoutOneUnlessItWouldReplaceAFile(@TempDir Path folder)
      throws Exception {
    Path typed = folder.resolve("mine");
    assertEquals(folder.resolve("mine.csv"), SavePlaces.ended(typed, "run-scores.csv"));
    assertEquals(
        folder.resolve("mine.txt"), SavePlaces.ended(folder.resolve("mine.txt"), "run.csv"));
    assertEquals(
        folder.resolve("truncated at 0.7.png"),
        SavePlaces.ended(folder.resolve("truncated at 0.7"), "sheet.png"));
    Files.createFile(folder.resolve("mine.csv"));
    assertEquals(typed, SavePlaces.ended(typed, "run-scores.csv"));
  }
}
