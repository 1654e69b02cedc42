package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipeDifferencesTest {
  private static final Recipe BASE = Recipes.load("dcgan-strokes");

  private static List<String> keys(List<RecipeDifferences.Row> rows) {
    return rows.stream().map(row -> row.parameter().key()).toList();
  }

  @Test
  void theSameRecipesDifferInNothing() {
    assertEquals(List.of(), RecipeDifferences.of(List.of(BASE, BASE, BASE)));
    assertEquals(List.of(), RecipeDifferences.of(List.of(BASE)));
    assertEquals(List.of(), RecipeDifferences.of(List.of()));
  }

  @Test
  void namesAreNoDifferenceAndSeedsAre() {
    Recipe named = BASE.with("title", "Another").with("name", "another");
    assertEquals(List.of(), RecipeDifferences.of(List.of(BASE, named)));
    assertEquals(
        List.of("seed"), keys(RecipeDifferences.of(List.of(BASE, BASE.with("seed", 77L)))));
  }

  @Test
  void rowsAreInFormOrderWithAValueForEachRecipe() {
    Recipe other = BASE.with("training.batchSize", 8).with("generator.width", 8);
    List<RecipeDifferences.Row> rows = RecipeDifferences.of(List.of(BASE, other, BASE));
    assertEquals(List.of("generator.width", "training.batchSize"), keys(rows));
    List<RecipeDifferences.Value> values = rows.get(1).values();
    assertEquals(3, values.size());
    assertEquals("8", values.get(1).text());
    assertEquals(values.get(0), values.get(2));
  }

  @Test
  void settingsWithoutEffectAnywhereAreLeftOutAndElsewhereSaidToBeIdle() {
    // Nothing grows in either: how long a size stays says nothing.
    Recipe idle = BASE.with("method.growing.stableImages", 1234);
    assertEquals(List.of(), RecipeDifferences.of(List.of(BASE, idle)));
    Recipe slope = BASE.with("discriminator.slope", 0.1);
    Recipe relu = BASE.with(Map.of("discriminator.slope", 0.3, "discriminator.activation", "relu"));
    RecipeDifferences.Row row =
        RecipeDifferences.of(List.of(slope, relu)).stream()
            .filter(each -> each.parameter().key().equals("discriminator.slope"))
            .findFirst()
            .orElseThrow();
    assertTrue(row.values().get(0).used());
    assertFalse(row.values().get(1).used());
  }

  @Test
  void oneDifferenceIsSeenOfSettingsTakenOutOnce() {
    List<Recipe> recipes =
        List.of(
            Recipe.defaults(),
            Recipe.defaults().with("seed", 5L),
            Recipe.defaults().with("title", "Another"),
            Recipe.defaults().with("generator.width", 8).with("seed", 5L),
            Recipe.defaults().with("method.vae.klWeight", 3));
    for (Recipe one : recipes) {
      for (Recipe other : recipes) {
        assertEquals(
            RecipeDifferences.of(List.of(one, other)).size() == 1,
            new RecipeDifferences.Settings(one).differInOne(new RecipeDifferences.Settings(other)));
      }
    }
  }
}
