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
    "method.conditional=true method.clusters.count=1, method.clusters.count is 1",
    "method.conditional=true method.clusters.count=10 method.kind=vae, method.kind is vae",
    "method.conditional=true method.clusters.count=10 discriminator.conditioning=concatenation method.kind=began, method.kind is began",
    "method.conditional=true method.clusters.count=10 discriminator.normalization=virtual-batch, before there are clusters",
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
    "method.kind=began method.topK.share=0.5, method.topK.share has no effect: method.kind is began",
    "method.generatorEvery=5 method.generatorSteps=5, opposite directions",
    "generator.architecture=mlp discriminator.normalization=none generator.upsampling=nearest, generator.upsampling has no effect",
    "generator.architecture=mlp discriminator.normalization=none discriminator.downsampling=average, discriminator.downsampling has no effect",
    "generator.architecture=resnet discriminator.downsampling=average, discriminator.downsampling has no effect",
    "generator.conditioning=embedding, generator.conditioning has no effect",
    "discriminator.conditioning=concatenation, discriminator.conditioning has no effect",
    "method.classifier.generator=0.1, method.classifier.generator has no effect",
    "method.classifier.discriminator=2 method.conditional=true, method.classifier.discriminator has no effect",
    "method.conditional=true discriminator.conditioning=classifier method.classifier.discriminator=0, learns nothing",
    "method.kind=began method.r1.weight=1 method.lecam.weight=1 discriminator.normalization=none, 'method.r1.weight, method.lecam.weight have no effect'",
    "method.kind=began method.weightClip=0.1, method.weightClip has no effect",
    "method.kind=began method.augment.adaptive=true method.augment.colour=true, no picture is augmented",
    "method.began.gamma=0.7, method.began.gamma has no effect",
    "method.clusters.count=10, method.clusters.count has no effect: method.conditional is false",
    "method.conditional=true method.clusters.every=5000, method.clusters.every has no effect",
    "method.warmUp.criticSteps=20, method.warmUp.criticSteps has no effect",
    "method.r1.every=16, method.r1.every has no effect",
    "method.dragan.spread=1, method.dragan.spread has no effect",
    "method.lecam.decay=0.9, method.lecam.decay has no effect",
    "method.augment.probability=0.5, nothing is augmented",
    "method.augment.colour=true method.augment.adaptive=true method.augment.probability=0.5, method.augment.adaptive decides it",
    "method.augment.target=0.5 method.augment.speed=100, 'method.augment.target, method.augment.speed have no effect'",
    "method.loss=relativistic-average method.augment.colour=true method.augment.adaptive=true, which means nothing with the loss relativistic-average",
    "method.augment.geometry=true, above 0.8 they leak",
    "training.evaluateEvery=0 training.evaluateSamples=100, training.evaluateSamples has no effect",
    "generator.optimizer.kind=rmsprop generator.optimizer.beta1=0.9, generator.optimizer.beta1 has no effect",
    "discriminator.optimizer.kind=sgd discriminator.optimizer.beta2=0.9, discriminator.optimizer.beta2 has no effect",
    "discriminator.optimizer.weightDecay=0.1, discriminator.optimizer.weightDecay has no effect",
    "method.generatorEvery=1000 training.steps=999, it never moves",
    "method.generatorEvery=100 method.pretraining=150 training.steps=199, it never moves",
    "method.generatorPretraining=200 training.steps=200, the discriminator never moves",
    "method.generatorPretraining=50 method.pretraining=150 training.steps=200, after method.generatorPretraining: the generator never moves again",
    "method.generatorPretraining=150 method.generatorEvery=100 training.steps=200, it never moves again",
    "generator.architecture=mlp, discriminators have no batch norm",
    "method.loss=relativistic-paired method.labels.flip=0.1, the loss relativistic-paired has no targets",
    "method.loss=relativistic-paired method.augment.cutout=true method.augment.adaptive=true, which means nothing with the loss relativistic-paired",
  })
  void whatWasProbablyNotMeantIsSaid(String settings, String said) {
    List<String> warnings = RecipeCheck.warnings(with(settings));
    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).contains(said), warnings::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "discriminator.conditioning=classifier method.conditional=true method.classifier.generator=0.1",
    "generator.optimizer.kind=adamw generator.optimizer.weightDecay=0.1",
    "generator.optimizer.kind=sgd generator.optimizer.beta1=0.9",
    "generator.optimizer.kind=rmsprop generator.optimizer.beta2=0.9",
    "method.warmUp.again=500 method.warmUp.criticSteps=20",
    "method.kind=began discriminator.downsampling=average generator.architecture=resnet",
    "method.kind=began method.began.gamma=0.7",
    "method.augment.cutout=true method.augment.adaptive=true method.augment.target=0.5",
    "method.augment.geometry=true method.augment.probability=0.5",
    "method.augment.pixelBlitting=true method.augment.adaptive=true method.augment.speed=100",
    "method.topK.share=0.5",
    "method.conditional=true method.clusters.count=10 method.clusters.every=5000",
    "method.generatorEvery=1000 training.steps=1000",
  })
  void whatHasAnEffectIsNotWarnedOf(String settings) {
    assertEquals(List.of(), RecipeCheck.warnings(with(settings)));
  }

  @Test
  void theProgramsOwnRecipesGiveNoReasonToWarn() {
    Recipes.embedded()
        .forEach(each -> assertEquals(List.of(), RecipeCheck.warnings(each), each::name));
  }

  @Test
  void whatOnlyGoesTogetherInTheEndCanBeSetAtOnce() {
    Recipe critic = with("discriminator.normalization=none method.gradientPenalty=10");
    Recipe clipped = critic.with(Map.of("method.weightClip", 0.01, "method.gradientPenalty", 0));
    assertEquals(0.01, clipped.method().weightClip());
  }
}
