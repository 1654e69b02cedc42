package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class OtherDataTest {
  private final Recipe strokes = Recipes.load("wgan-gp-strokes");

  @Test
  void expectsNothingOfOtherDataButTellsWhereItIsKnown() {
    Recipe flowers = OtherData.of(strokes, "/photos/flowers");
    assertEquals("WGAN-GP on flowers", flowers.title());
    assertEquals("Not measured on flowers yet. On Strokes: " + strokes.expect(), flowers.expect());
  }

  @Test
  void remembersWhereItIsKnownHoweverOftenItIsMoved() {
    Recipe flowers = OtherData.of(strokes, "/photos/flowers on: a table");
    Recipe cats = OtherData.of(flowers, "/photos/cats");
    assertEquals("Not measured on cats yet. On Strokes: " + strokes.expect(), cats.expect());
    Recipe back = OtherData.of(cats, "strokes");
    assertEquals(strokes.expect(), back.expect());
    assertEquals(strokes.title(), back.title());
    assertEquals(strokes.name(), back.name());
  }

  @Test
  void staysTheSameOnItsOwnData() {
    assertSame(strokes, OtherData.of(strokes, "strokes"));
  }

  @Test
  void noSummarySpeaksOfDigitsAsThoseOfOtherDataWouldToo() {
    for (Recipe recipe : Recipes.embedded()) {
      assertFalse(recipe.summary().contains("igit"), recipe.name());
    }
  }
}
