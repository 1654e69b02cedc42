package studio.saddlepoint.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.Recipe;

class GaussianGridTest {
  @Test
  void aShortTrainingFindsSomeModesAndTheSameSeedTheSameOnes() {
    GaussianGrid.Result found =
        new GaussianGrid(GaussianGrid.recipe(Recipe.defaults().method()))
            .run(400, 1000, Progress.NONE);
    GaussianGrid.Result again =
        new GaussianGrid(GaussianGrid.recipe(Recipe.defaults().method()))
            .run(400, 1000, Progress.NONE);
    assertFalse(found.diverged());
    assertTrue(found.modes() > 0, found::toString);
    assertEquals(found, again);
  }

  @Test
  void beganIsRefusedInThePlane() {
    assertThrows(
        StudioException.class,
        () -> GaussianGrid.recipe(Recipe.defaults().with("method.kind", "began").method()));
  }
}
