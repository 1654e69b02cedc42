package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.saddlepoint.core.StudioException;

class RecipeCheckTest {
    private static Recipe with(String settings) {
        Map<String, String> changes =
                Arrays.stream(settings.split(" "))
                        .map(each -> each.split("="))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return Recipe.defaults().with(changes);
    }

    @ParameterizedTest
    @CsvSource({
        "method.gradientPenalty=10, discriminator.normalization is batch",
        "method.r1.weight=10, method.r1.weight is 10",
        "method.dragan.weight=1, discriminator.normalization is batch",
        "method.weightClip=0.01 method.gradientPenalty=10 discriminator.normalization=none, method.weightClip is 0.01",
        "method.augment.adaptive=true, method.augment.adaptive is true",
        "method.labels.realLow=1.2, method.labels.realLow",
    })
    void combinationsThatCannotTrainAreRefusedByName(String settings, String said) {
        StudioException e = assertThrows(StudioException.class, () -> with(settings));
        assertTrue(String.valueOf(e.getMessage()).contains(said), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "method.loss=wasserstein, neither method.gradientPenalty nor method.weightClip",
        "method.weightClip=0.01, meant for the Wasserstein loss",
        "method.loss=wasserstein method.weightClip=0.01, Use rmsprop",
        "method.loss=hinge method.labels.flip=0.1, has no targets",
        "method.loss=began method.topK.share=0.5, have no effect",
        "method.generatorEvery=5 method.generatorSteps=5, opposite directions",
        "method.instanceNoiseSteps=100, while method.instanceNoise is 0",
    })
    void whatWasProbablyNotMeantIsSaid(String settings, String said) {
        List<String> warnings = RecipeCheck.warnings(with(settings));
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).contains(said), warnings::toString);
    }

    @Test
    void theProgramsOwnRecipesGiveNoReasonToWarn() {
        Recipes.embedded()
                .forEach(each -> assertEquals(List.of(), RecipeCheck.warnings(each), each::name));
    }

    @Test
    void whatOnlyGoesTogetherInTheEndCanBeSetAtOnce() {
        Recipe critic = with("discriminator.normalization=none method.gradientPenalty=10");
        Recipe clipped =
                critic.with(Map.of("method.weightClip", 0.01, "method.gradientPenalty", 0));
        assertEquals(0.01, clipped.method().weightClip());
    }
}
