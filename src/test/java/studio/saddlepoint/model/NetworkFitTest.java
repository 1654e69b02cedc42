package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.saddlepoint.recipe.Recipe;

class NetworkFitTest {
  private static final Recipe THERE =
      Recipe.defaults().with("generator.width", 16).with("discriminator.width", 16);

  @Test
  void weightsFitWhereOnlyTheLearningDiffers() {
    Recipe here =
        THERE.with(
            Map.of(
                "data.source",
                "shapes",
                "generator.optimizer.learningRate",
                1e-3,
                "generator.emaDecay",
                0.9,
                "discriminator.frozenLayers",
                2,
                "discriminator.dropout",
                0.3,
                "method.loss",
                "hinge",
                "training.batchSize",
                8,
                "seed",
                9));
    assertEquals(Optional.empty(), NetworkFit.refusal(here, THERE, "A"));
    assertEquals(List.of(), NetworkFit.warnings(here, THERE));
  }

  @Test
  void whatDiffersIsNamedAsTheRecipeNamesIt() {
    String one = NetworkFit.refusal(THERE.with("generator.width", 32), THERE, "A").orElseThrow();
    assertEquals(
        "The weights of A do not fit these networks: generator.width is 32 here and 16 in that run. Set it as it is there, or begin without those weights.",
        one);
    Recipe two =
        THERE.with(Map.of("data.size", 64, "discriminator.normalization", "none", "seed", 3));
    String both = NetworkFit.refusal(two, THERE, "A").orElseThrow();
    assertTrue(both.contains("data.size is 64 here and 32 in that run; "), both);
    assertTrue(
        both.contains("discriminator.normalization is none here and batch in that run"), both);
    assertTrue(both.contains("Set them as they are there"), both);
    assertTrue(!both.contains("seed"), both);
  }

  @Test
  void otherMethodsAndArchitecturesAndClassesDoNotFit() {
    for (Map.Entry<String, String> each :
        Map.of(
                "method.kind", "began",
                "generator.architecture", "resnet",
                "method.conditional", "true",
                "generator.latentSize", "17")
            .entrySet()) {
      Recipe here = THERE.with(each.getKey(), each.getValue());
      String reason = NetworkFit.refusal(here, THERE, "A").orElseThrow();
      assertTrue(reason.contains(each.getKey() + " is " + each.getValue() + " here"), reason);
    }
  }

  @Test
  void weightsThatFitButWereLearntOtherwiseAreWarnedOf() {
    Recipe here = THERE.with("generator.range", "unit");
    assertEquals(Optional.empty(), NetworkFit.refusal(here, THERE, "A"));
    assertEquals(
        List.of(
            "generator.range is unit here and signed in that run: the weights were learnt as it is there."),
        NetworkFit.warnings(here, THERE));
  }
}
