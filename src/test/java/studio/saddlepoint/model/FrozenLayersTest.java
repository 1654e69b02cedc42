package studio.saddlepoint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Residual;
import studio.saddlepoint.nn.conv.Conv2d;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.network.Architecture;

class FrozenLayersTest {
  private static Recipe recipe(String architecture, int size) {
    return Recipe.defaults()
        .with(
            Map.of(
                "generator.architecture",
                architecture,
                "generator.width",
                4,
                "discriminator.width",
                4,
                "discriminator.normalization",
                architecture.equals("mlp") ? "none" : "batch",
                "data.size",
                size));
  }

  @ParameterizedTest
  @CsvSource({
    "dcgan, 32, 3",
    "dcgan, 64, 4",
    "resnet, 32, 4",
    "resnet, 64, 5",
    "mlp, 32, 2",
    "dense-conv, 28, 3",
    "dense-conv, 32, 5",
    "progan, 32, 9",
    "stylegan, 32, 9",
    "encoder-decoder, 32, 9"
  })
  void aDiscriminatorHasAsManyLayers(String architecture, int size, int layers) {
    assertEquals(layers, FrozenLayers.most(recipe(architecture, size)));
  }

  @ParameterizedTest
  @EnumSource(value = Architecture.class, mode = EnumSource.Mode.EXCLUDE, names = "IMPORTED")
  void everyArchitectureHasLayersThatCanBeFrozen(Architecture architecture) {
    Recipe recipe = recipe(architecture.id(), 32);
    int most = FrozenLayers.most(recipe);
    assertTrue(most > 0);
    FrozenLayers.requirePossible(recipe.with("discriminator.frozenLayers", most));
    String reason =
        assertThrows(
                StudioException.class,
                () ->
                    FrozenLayers.requirePossible(
                        recipe.with("discriminator.frozenLayers", most + 1)))
            .getMessage();
    assertTrue(reason.contains("discriminator.frozenLayers is " + (most + 1)), reason);
    assertTrue(reason.contains("set it to at most " + most), reason);
  }

  @Test
  void growingNetworksHaveALayerASize() {
    Map<String, Object> changes = new HashMap<>();
    changes.put("method.growing.from", 4);
    assertEquals(3, FrozenLayers.most(recipe("dcgan", 32).with(changes)));
    assertEquals(4, FrozenLayers.most(recipe("progan", 32).with(changes)));
    assertEquals(4, FrozenLayers.most(recipe("stylegan", 32).with(changes)));
  }

  @Test
  void theFirstLayersAreThoseNearestToThePicture() {
    Recipe dcgan = recipe("dcgan", 32).with("discriminator.frozenLayers", 2);
    List<Layer> first = FrozenLayers.of(dcgan, trunk(dcgan));
    assertEquals(
        List.of(Conv2d.class, Conv2d.class, BatchNorm.class),
        first.stream().map(Object::getClass).toList());
    assertEquals(1, ((Conv2d) first.get(0)).getDirectParameters().get("weight").getShape().get(1));
    Recipe resnet = recipe("resnet", 32).with("discriminator.frozenLayers", 3);
    assertEquals(
        List.of(Residual.class, Residual.class, Residual.class),
        FrozenLayers.of(resnet, trunk(resnet)).stream().map(Object::getClass).toList());
    Recipe progan =
        recipe("progan", 32)
            .with(Map.of("method.growing.from", 4, "discriminator.frozenLayers", 1));
    List<Layer> largest = FrozenLayers.of(progan, trunk(progan));
    // from pictures of 32 to the width, and two convolutions that halve its maps
    assertEquals(2, largest.size());
    assertEquals(
        1, largest.get(0).getParameters().valueAt(0).getShape().get(1), "the way from pictures");
  }

  /** The encoder's and the decoder's, but for the last. */
  @Test
  void anAutoencodersLastLayerStaysToLearn() {
    Recipe recipe =
        recipe("encoder-decoder", 32)
            .with(Map.of("method.kind", "began", "discriminator.conditioning", "concatenation"));
    int most = FrozenLayers.most(recipe);
    assertTrue(most > 9, "more than the encoder's: " + most);
  }

  private static Layer trunk(Recipe recipe) {
    return Architectures.discriminatorLayers(recipe, 0, new ImageShape(1, 32, 32)).trunk();
  }
}
