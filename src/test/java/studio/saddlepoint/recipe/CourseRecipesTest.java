package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.recipe.method.UpdateRatio;

/** The recipes of a course have the settings of its experiments. */
class CourseRecipesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "course-gan-mnist",
        "course-gan-fails-mnist",
        "course-wgan-gp-mnist",
        "course-conditional-wgan-gp-mnist",
        "course-wgan-gp-cifar10"
      })
  void shareWhatTheCourseHasEverywhere(String name) {
    Recipe recipe = Recipes.load(name);
    assertHas(recipe, "generator.architecture", "dense-conv");
    assertHas(recipe, "generator.width", 32);
    assertHas(recipe, "discriminator.width", 64);
    assertHas(recipe, "generator.range", "unit");
    assertHas(recipe, "generator.latentSize", 100);
    assertHas(recipe, "generator.prior", "normal");
    assertHas(recipe, "generator.normalization", "batch");
    assertHas(recipe, "generator.activation", "leaky-relu");
    for (String network : List.of("generator", "discriminator")) {
      assertHas(recipe, network + ".slope", 0.01);
      assertHas(recipe, network + ".firstWeights", "xavier-uniform");
      assertHas(recipe, network + ".optimizer.kind", "adam");
      assertHas(recipe, network + ".optimizer.learningRate", 3e-4);
      assertHas(recipe, network + ".optimizer.beta1", 0.9);
      assertHas(recipe, network + ".optimizer.beta2", 0.999);
    }
    assertHas(recipe, "generator.emaDecay", 0);
    assertHas(recipe, "method.realTarget", 1);
    assertHas(recipe, "method.criticSteps", 1);
    assertHas(recipe, "training.sampleEvery", 10L);
    assertEquals(List.of(), RecipeCheck.warnings(recipe));
  }

  @ParameterizedTest
  @CsvSource({
    "course-gan-mnist, 28, batch, non-saturating, 0, 6, 128, 23450",
    "course-gan-fails-mnist, 28, batch, non-saturating, 0, 2, 128, 23450",
    "course-wgan-gp-mnist, 28, none, wasserstein, 20, 11, 128, 46900",
    "course-conditional-wgan-gp-mnist, 28, none, wasserstein, 20, 11, 128, 23450",
    "course-wgan-gp-cifar10, 32, none, wasserstein, 10, 11, 64, 78200"
  })
  void differInWhatTheCourseTries(
      String name,
      int size,
      String normalization,
      String loss,
      double penalty,
      int every,
      int batch,
      long steps) {
    Recipe recipe = Recipes.load(name);
    assertHas(recipe, "data.size", size);
    assertHas(recipe, "discriminator.normalization", normalization);
    assertHas(recipe, "method.loss", loss);
    assertHas(recipe, "method.gradientPenalty", penalty);
    assertHas(recipe, "method.generatorEvery", every);
    assertHas(recipe, "training.batchSize", batch);
    assertHas(recipe, "training.steps", steps);
  }

  @Test
  void theClassIsEmbeddedInBothNetworks() {
    Recipe recipe = Recipes.load("course-conditional-wgan-gp-mnist");
    assertHas(recipe, "method.conditional", true);
    assertHas(recipe, "generator.conditioning", "embedding");
    assertHas(recipe, "discriminator.conditioning", "embedding");
  }

  /** A counter that starts at 0, grows by 1 a batch, and lets the generator move above a bound. */
  @ParameterizedTest
  @CsvSource({
    "course-gan-mnist, 5",
    "course-gan-fails-mnist, 1",
    "course-wgan-gp-mnist, 10",
    "course-wgan-gp-cifar10, 10"
  })
  void theGeneratorMovesWhenTheCoursesCounterExceedsItsBound(String name, int bound) {
    Recipe recipe = Recipes.load(name);
    int counter = 0;
    long moves = 0;
    for (long step = 0; step < 100; step++) {
      UpdateRatio ratio = UpdateRatio.of(recipe.method(), step);
      assertEquals(1, ratio.criticMoves());
      counter++;
      boolean due = counter > bound;
      assertEquals(due ? 1 : 0, ratio.generatorMoves(), "step " + step);
      if (due) {
        counter = 0;
        moves++;
      }
    }
    StepCounts counts = StepCounts.NONE.then(recipe, 0, 100);
    assertEquals(moves, counts.generatorMoves());
    assertEquals(100, counts.discriminatorMoves());
  }

  private static void assertHas(Recipe recipe, String key, Object value) {
    assertEquals(HyperParameters.of(key).set(recipe, value), recipe, key);
  }
}
