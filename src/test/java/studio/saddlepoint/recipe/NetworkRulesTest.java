package studio.saddlepoint.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.recipe.network.Activation;
import studio.saddlepoint.recipe.network.DiscriminatorConditioning;
import studio.saddlepoint.recipe.network.Downsampling;
import studio.saddlepoint.recipe.network.FirstWeights;
import studio.saddlepoint.recipe.network.GeneratorConditioning;
import studio.saddlepoint.recipe.network.Normalization;
import studio.saddlepoint.run.RunFolder;

class NetworkRulesTest {

  private static void assertRefused(Recipe recipe, String key, Object value, String reason) {
    StudioException refused = assertThrows(StudioException.class, () -> recipe.with(key, value));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @Test
  void denseNetworksHaveNoMaps() {
    Recipe dense = Recipe.defaults().with("generator.architecture", "mlp");
    assertRefused(dense, "generator.attention", true, "dense layers have no maps");
    assertRefused(dense, "discriminator.normalization", "instance", "dense layers");
    assertEquals(
        Normalization.LAYER,
        dense.with("discriminator.normalization", "layer").discriminator().normalization());
  }

  @Test
  void classesChooseTheScalesOfBatchNormOnly() {
    Recipe layered = Recipe.defaults().with("generator.normalization", "layer");
    Recipe told = layered.with("method.conditional", true);
    assertRefused(told, "generator.conditioning", "batch-norm", "scales of batch norm");
  }

  @Test
  void pixelsOfAVaeHaveBounds() {
    Recipe vae = Recipe.defaults().with("method.kind", "vae");
    assertRefused(vae, "generator.range", "linear", "chances or means between 0 and 1");
  }

  @Test
  void anAutoencoderHasNoLogitToAddTo() {
    Recipe began = Recipe.defaults().with("method.kind", "began");
    assertRefused(began, "method.conditional", true, "concatenation");
    assertRefused(began, "discriminator.minibatchDiscrimination", true, "autoencoder");
  }

  @Test
  void twentyEightPixelsAreForNetworksThatTakeThem() {
    Recipe usual = Recipe.defaults();
    assertRefused(usual, "data.size", 28, "dense-conv");
    assertRefused(usual.with("generator.architecture", "resnet"), "data.size", 28, "from 4x4");
    Recipe dense =
        usual
            .with("generator.architecture", "mlp")
            .with("discriminator.normalization", "none")
            .with("data.size", 28);
    assertRefused(dense, "method.kind", "began", "data.size is 28");
    Recipe taken = usual.with("generator.architecture", "dense-conv").with("data.size", 28);
    assertEquals(28, taken.with("method.kind", "began").data().size());
    assertRefused(taken, "generator.architecture", "dcgan", "Set data.size to 32");
  }

  @Test
  void aSlopeThatNothingHasIsTold() {
    Recipe sloped = Recipe.defaults().with("generator.slope", 0.01);
    assertTold(sloped, "generator.slope has no effect");
    assertEquals(
        List.of(), RecipeCheck.warnings(sloped.with("generator.activation", "leaky-relu")));
    Recipe judged = Recipe.defaults().with("discriminator.slope", 0.01);
    assertEquals(List.of(), RecipeCheck.warnings(judged));
    assertTold(judged.with("generator.architecture", "resnet"), "discriminator.slope has no");
    assertTold(judged.with("discriminator.activation", "elu"), "discriminator.slope has no");
  }

  @Test
  void whatAnArchitectureDoesWithoutIsTold() {
    assertTold(
        Recipe.defaults()
            .with("generator.architecture", "resnet")
            .with("generator.upsampling", "bilinear"),
        "generator.upsampling has no effect");
    assertTold(
        Recipe.defaults()
            .with("generator.architecture", "dense-conv")
            .with("data.size", 28)
            .with("discriminator.attention", true),
        "discriminator.attention has no effect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stylegan", "stylegan2"})
  void equalizedNetworksHaveNoNormalisationToChoose(String architecture) {
    Recipe styled = Recipe.defaults().with("generator.architecture", architecture);
    StudioException refused =
        assertThrows(StudioException.class, () -> RecipeCheck.requireNew(styled));
    assertTrue(
        refused
            .getMessage()
            .contains("Set generator.normalization and discriminator.normalization to none"),
        refused.getMessage());
    Recipe none =
        styled.with("generator.normalization", "none").with("discriminator.normalization", "none");
    RecipeCheck.requireNew(none);
    assertEquals(List.of(), RecipeCheck.warnings(none));
    assertRefused(
        none.with("method.conditional", true),
        "generator.conditioning",
        "batch-norm",
        "Set it to embedding");
    Recipe vae = none.with("method.kind", "vae");
    assertThrows(StudioException.class, () -> RecipeCheck.requireNew(vae));
    RecipeCheck.requireNew(vae.with("encoder.normalization", "none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stylegan", "stylegan2"})
  void aStyledRecipeThatLeavesNormalizationOutHasNone(String architecture) {
    Recipe read =
        RecipeJson.read(
            "{\"name\":\"new\",\"generator\":{\"architecture\":\"" + architecture + "\"}}",
            "new.json");
    assertEquals(Normalization.NONE, read.generator().normalization());
    assertEquals(Normalization.NONE, read.discriminator().normalization());
    assertEquals(List.of(), RecipeCheck.warnings(read));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stylegan", "stylegan2"})
  void whatStylesHaveAndHaveNotIsTold(String architecture) {
    Recipe plain = Recipe.defaults().with("discriminator.normalization", "none");
    assertTold(plain.with("method.styleMixing", 0.9), "method.styleMixing has no effect");
    assertTold(plain.with("generator.mapping.layers", 8), "generator.mapping.layers has no");
    assertTold(plain.with("method.pathLength.every", 8), "method.pathLength.every has no effect");
    assertEquals(List.of(), RecipeCheck.warnings(plain.with("method.pathLength.weight", 2)));
    Recipe styled =
        plain
            .with("generator.normalization", "none")
            .with("generator.architecture", architecture)
            .with("method.styleMixing", 0.9)
            .with("generator.mapping.layers", 8)
            .with("generator.slope", 0.1)
            .with("discriminator.slope", 0.1);
    assertEquals(List.of(), RecipeCheck.warnings(styled));
    assertTold(styled.with("generator.upsampling", "nearest"), "generator.upsampling has no");
    assertTold(styled.with("discriminator.spectralNorm", true), "discriminator.spectralNorm has");
    assertTold(styled.with("generator.firstWeights", "xavier-uniform"), "generator.firstWeights");
    assertTold(styled.with("generator.attention", true), "generator.attention has no effect");
    assertTold(
        styled.with("method.kind", "began").with("method.pathLength.weight", 2),
        "method.pathLength.weight has no effect");
  }

  private static void assertTold(Recipe recipe, String words) {
    String told = String.join(" ", RecipeCheck.warnings(recipe));
    assertTrue(told.contains(words), told);
  }

  @Test
  void whatHasNoEffectIsTold() {
    Recipe recipe = Recipe.defaults().with("generator.architecture", "resnet");
    assertTrue(RecipeCheck.warnings(recipe).isEmpty());
    String told =
        String.join(
            " ",
            RecipeCheck.warnings(
                recipe
                    .with("discriminator.downsampling", "average")
                    .with("generator.conditioning", "embedding")));
    assertTrue(told.contains("downsampling") && told.contains("conditioning"), told);
  }

  @Test
  void aDenseDiscriminatorWithBatchNormIsNotBegunButOpens(@TempDir Path folder) {
    Recipe dense = Recipe.defaults().with("generator.architecture", "mlp");
    assertEquals(Normalization.BATCH, dense.discriminator().normalization());
    StudioException refused =
        assertThrows(StudioException.class, () -> RecipeCheck.requireNew(dense));
    assertTrue(refused.getMessage().contains("Set it to none"), refused.getMessage());
    assertThrows(StudioException.class, () -> RunFolder.create(folder, dense));
    Recipe kept = RecipeJson.read(RecipeJson.write(dense), "a run of an earlier version");
    assertEquals(dense, kept);
    assertEquals(List.of(refused.getMessage()), RecipeCheck.warnings(kept));
    RecipeCheck.requireNew(dense.with("discriminator.normalization", "layer"));
  }

  @Test
  void aDenseRecipeThatLeavesNormalizationOutTrainsAsEver() {
    Recipe dense =
        RecipeJson.read(
            "{\"name\":\"old\",\"generator\":{\"architecture\":\"mlp\"},\"discriminator\":{\"width\":8}}",
            "old.json");
    assertEquals(Normalization.NONE, dense.discriminator().normalization());
    assertEquals(Normalization.BATCH, dense.generator().normalization());
    RecipeCheck.requireNew(dense);
  }

  @Test
  void r3ganHasNeitherNormalisationNorSpectralNorm() {
    Recipe usual = Recipe.defaults().with("generator.architecture", "r3gan");
    assertRefused(usual, "generator.spectralNorm", true, "generator.spectralNorm is on");
    assertRefused(usual, "discriminator.spectralNorm", true, "begin at 0");
    assertNotBegun(usual, "generator.normalization is batch");
    Recipe half = usual.with("generator.normalization", "none");
    assertNotBegun(half, "discriminator.normalization is batch");
    assertNotBegun(half.with("method.kind", "vae"), "encoder.normalization is batch");
    Recipe r3gan = half.with("discriminator.normalization", "none");
    RecipeCheck.requireNew(r3gan);
    assertEquals(List.of(), RecipeCheck.warnings(r3gan.with("generator.slope", 0.1)));
    assertTold(r3gan.with("generator.upsampling", "nearest"), "generator.upsampling has no effect");
    assertTold(r3gan.with("discriminator.downsampling", "max"), "filter [1, 2, 1]");
    Recipe brief =
        RecipeJson.read(
            "{\"name\":\"brief\",\"generator\":{\"architecture\":\"r3gan\"}}", "brief.json");
    assertEquals(Normalization.NONE, brief.generator().normalization());
    assertEquals(Normalization.NONE, brief.discriminator().normalization());
    assertEquals(List.of(), RecipeCheck.warnings(brief), "the encoder that is not there");
    Recipe vae =
        RecipeJson.read(
            "{\"name\":\"brief\",\"generator\":{\"architecture\":\"r3gan\"},\"method\":{\"kind\":\"vae\"}}",
            "brief.json");
    assertEquals(Normalization.NONE, vae.encoder().normalization());
  }

  private static void assertNotBegun(Recipe recipe, String reason) {
    StudioException refused =
        assertThrows(StudioException.class, () -> RecipeCheck.requireNew(recipe));
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertEquals(List.of(refused.getMessage()), RecipeCheck.warnings(recipe));
  }

  @Test
  void oldRecipesGetTheNetworksTheyHad() {
    Recipe old =
        RecipeJson.read(
            "{\"name\":\"old\",\"generator\":{\"width\":8},\"method\":{\"conditional\":true}}",
            "old.json");
    assertEquals(GeneratorConditioning.ONE_HOT, old.generator().conditioning());
    assertEquals(DiscriminatorConditioning.PROJECTION, old.discriminator().conditioning());
    assertEquals(Activation.USUAL, old.generator().activation());
    assertEquals(Downsampling.STRIDE, old.discriminator().downsampling());
    assertEquals(0.2, old.discriminator().slope());
    assertEquals(FirstWeights.USUAL, old.generator().firstWeights());
  }
}
