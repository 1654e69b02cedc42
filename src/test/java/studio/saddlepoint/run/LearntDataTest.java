package studio.saddlepoint.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.data.Fingerprint;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.recipe.Recipe;

/** What a run keeps of its data set. */
class LearntDataTest {
  private static final LearntData LEARNT =
      new LearntData(
          0,
          new Fingerprint(
              List.of("ape", "\"bär\", brown"),
              100,
              new ImageShape(3, 32, 64),
              "0123abcd-train-32"));

  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void makeRun() {
    run = RunFolder.create(folder, Recipe.defaults());
  }

  @Test
  void isTheSameAfterReading() {
    assertEquals(Optional.empty(), LearntData.of(run));
    LEARNT.keep(run);
    assertEquals(Optional.of(LEARNT), LearntData.of(RunFolder.open(run.path())));
  }

  @Test
  void saysWhenThatWas() {
    assertEquals("when the run began", LEARNT.when());
    assertEquals("at step 3,000", new LearntData(3000, LEARNT.data()).when());
  }

  @Test
  void passesOverWhatIsDamagedAndKeysOfLaterVersions() throws IOException {
    LEARNT.keep(run);
    Path file = run.path().resolve("data.json");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replaceFirst("\\{", "{\"later\":[1],"));
    assertEquals(Optional.of(LEARNT), LearntData.of(run));
    for (String damaged :
        List.of("", "{", "[]", "{}", whole.replace("[3,", "["), whole.replace("100", "{}"))) {
      Files.writeString(file, damaged);
      assertEquals(Optional.empty(), LearntData.of(run), damaged);
    }
  }
}
