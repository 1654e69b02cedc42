package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.saddlepoint.core.StudioException;

class RecipesTest {
  @Test
  void embeddedOnesAreFoundByTheirOwnName() {
    List<Recipe> all = Recipes.embedded();
    assertFalse(all.isEmpty());
    for (Recipe each : all) {
      assertEquals(each, Recipes.load(each.name()));
      assertTrue(each.summary().split("[.;:] ").length >= 2, each.name());
      assertTrue(each.expect().contains("on two cores"), each.name());
      assertTrue(each.paper().matches(".+ \\d{4}: .+"), each.name());
      assertNotNull(
          RecipesTest.class.getResource("/assets/recipes/" + each.name() + ".png"), each.name());
    }
    assertEquals(all.size(), all.stream().map(Recipe::name).distinct().count());
  }

  @Test
  void aFileIsReadAlsoWithAByteOrderMark(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("r.json");
    Files.writeString(file, "\ufeff" + RecipeJson.write(Recipe.defaults()));
    assertEquals(Recipe.defaults(), Recipes.load(file.toString()));
  }

  @Test
  void aBinaryFileIsRefusedByName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("r.json");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    String said =
        assertThrows(StudioException.class, () -> Recipes.load(file.toString())).getMessage();
    assertTrue(said.contains(file.toString()), said);
  }

  @Test
  void whatIsNeitherFileNorNameIsRefusedWithTheNames(@TempDir Path folder) {
    for (String name : List.of("nothing", "", "no\0file", folder.toString())) {
      String said = assertThrows(StudioException.class, () -> Recipes.load(name)).getMessage();
      assertTrue(said.contains("dcgan-strokes"), said);
    }
  }
}
