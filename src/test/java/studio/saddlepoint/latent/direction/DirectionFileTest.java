package studio.saddlepoint.latent.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.latent.CodeSizes;
import studio.saddlepoint.latent.LayerRange;
import studio.saddlepoint.latent.Space;
import studio.saddlepoint.model.WSpace;

/** Directions as they are kept. */
class DirectionFileTest {
  @TempDir Path folder;

  private static Direction direction(String name) {
    return new Direction(
        name,
        Space.W,
        List.of(0.6f, -0.8f),
        new LayerRange(1, 3),
        0.25,
        new DirectionOrigin(DirectionMethod.LOGISTIC, Map.of("attribute", "ring"), 7, 1500));
  }

  private DirectionFile file() {
    return DirectionFile.at(folder.resolve(DirectionFile.NAME));
  }

  @Test
  void whatIsKeptIsReadAgain() {
    assertEquals(Directions.NONE, file().read());
    Direction inZ = EntanglementTest.direction("déjà \"vu\"", 1, 2, 2);
    Directions kept = Directions.NONE.with(direction("ring")).with(inZ);
    file().save(kept);
    assertEquals(kept, file().read());
  }

  @Test
  void changesAreOfWhatIsOnTheDiskNow() {
    file().change(now -> now.with(direction("a")));
    DirectionFile.at(file().path()).change(now -> now.with(direction("b")));
    file().change(now -> now.renamed("A", "c"));
    assertEquals(List.of("c", "b"), file().read().all().stream().map(Direction::name).toList());
    file().change(now -> now.without("c"));
    assertEquals(List.of("b"), file().read().all().stream().map(Direction::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"directions\":[]}",
        "{\"format\":1,\"directions\":[3]}",
        "{\"format\":1,\"directions\":[{\"name\":\"x\"}]}",
        "{\"format\":1,\"directions\":{}}",
        "{\"format\":\"x\",\"directions\":[]}",
        "{\"format\":1,\"directions\":[{\"name\":\"x\",\"space\":\"q\",\"deviation\":1,\"method\":\"pca\",\"settings\":{},\"seed\":1,\"step\":1,\"vector\":[1]}]}",
        "{\"format\":1,\"directions\":[{\"name\":\"x\",\"space\":\"z\",\"deviation\":1,\"method\":\"pca\",\"settings\":{},\"seed\":1,\"step\":1,\"vector\":[3]}]}",
        "{\"format\":1,\"directions\":[{\"name\":\"x\",\"space\":\"z\",\"deviation\":1,\"method\":\"pca\",\"settings\":{},\"seed\":1,\"step\":1,\"vector\":[\"NaN\"]}]}"
      })
  void aDamagedFileIsNamedAndNeverWrittenOver(String content) throws IOException {
    Files.writeString(file().path(), content);
    StudioException refused = assertThrows(StudioException.class, () -> file().read());
    assertTrue(refused.getMessage().startsWith(file().path().toString()), refused.getMessage());
    assertThrows(StudioException.class, () -> file().change(now -> now.with(direction("a"))));
    assertEquals(content, Files.readString(file().path()));
  }

  @Test
  void aLaterFormatIsToldAsSuch() throws IOException {
    Files.writeString(file().path(), "{\"format\":2,\"directions\":[]}");
    StudioException refused = assertThrows(StudioException.class, () -> file().read());
    assertTrue(refused.getMessage().contains("later version"), refused.getMessage());
  }

  @Test
  void aMissingFileOfAPersonsIsMissing() {
    Path elsewhere = folder.resolve("mine.json");
    assertThrows(StudioException.class, () -> DirectionFile.at(elsewhere).read());
  }

  @Test
  void namesAreUniqueAndNumbered() {
    Directions kept =
        Directions.NONE.with(List.of(direction("ring"), direction("ring"), direction("Ring")));
    assertEquals(
        List.of("ring", "ring 2", "Ring 3"), kept.all().stream().map(Direction::name).toList());
    assertThrows(StudioException.class, () -> kept.renamed("ring", "RING 2"));
    assertEquals("Ring", kept.renamed("ring", "Ring").all().get(0).name());
    StudioException refused = assertThrows(StudioException.class, () -> kept.without("square"));
    assertTrue(refused.getMessage().contains("ring, ring 2, Ring 3"), refused.getMessage());
    String longest = "x".repeat(Direction.LONGEST_NAME);
    Directions two = Directions.NONE.with(direction(longest)).with(direction(longest));
    assertTrue(two.all().get(1).name().endsWith("x 2"));
    assertThrows(StudioException.class, () -> direction(longest + "x"));
    assertThrows(StudioException.class, () -> direction(" \n"));
  }

  @Test
  void anotherGeneratorIsRefusedWithTheReason() {
    Direction direction = direction("ring");
    assertTrue(direction.fits(new CodeSizes(9, new WSpace(4, 2))));
    CodeSizes longer = new CodeSizes(9, new WSpace(4, 3));
    StudioException refused = assertThrows(StudioException.class, () -> direction.require(longer));
    assertTrue(
        refused.getMessage().contains("2 numbers") && refused.getMessage().contains("have 3"),
        refused.getMessage());
    CodeSizes fewer = new CodeSizes(9, new WSpace(3, 2));
    assertTrue(direction.refusal(fewer).contains("has 3"), direction.refusal(fewer));
  }
}
