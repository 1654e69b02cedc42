package studio.saddlepoint.model;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.nn.Layer;
import studio.saddlepoint.nn.Sequence;
import studio.saddlepoint.nn.conv.SelfAttention;
import studio.saddlepoint.nn.minibatch.VirtualBatchNorm;
import studio.saddlepoint.nn.norm.BatchNorm;
import studio.saddlepoint.nn.norm.ConditionalBatchNorm;
import studio.saddlepoint.nn.norm.InstanceNorm;
import studio.saddlepoint.nn.norm.LayerNorm;
import studio.saddlepoint.recipe.Recipe;
import studio.saddlepoint.recipe.method.MethodKind;

/**
 * The discriminator's layers whose weights stay as they are: the first ones, those nearest to the
 * picture (FreezeD, Mo et al. 2020, section 3.1). A layer is a convolution or dense layer with its
 * normalisation and attention, a residual block, or, of a trunk that grows, all that belongs to a
 * size: {@code block1} on of the paper's residual discriminator, {@code progression} and {@code
 * from_rgb} of its StyleGAN. The last layer, and what compares the pictures of a batch before it,
 * are never among them.
 *
 * <p>As in the paper's code only weights are frozen: what passes move by themselves (running means
 * of batch norm, the vectors of spectral norm) goes on moving.
 */
public final class FrozenLayers {
  private static final String KEY = "discriminator.frozenLayers";

  private FrozenLayers() {}

  /**
   * Checks that a recipe's discriminator has as many layers as are to be frozen.
   *
   * @throws StudioException if not, with the number that there are
   */
  public static void requirePossible(Recipe recipe) {
    if (wanted(recipe) > 0) {
      of(recipe, trunk(recipe));
    }
  }

  /** How many layers of a recipe's discriminator can be frozen: all but its last. */
  public static int most(Recipe recipe) {
    return stages(recipe, trunk(recipe)).size();
  }

  /** The trunk for grey pictures without classes, which has as many layers as any other. */
  private static Layer trunk(Recipe recipe) {
    int size = recipe.data().size();
    return Architectures.discriminatorLayers(recipe, 0, new ImageShape(1, size, size)).trunk();
  }

  /**
   * The layers of a trunk that a recipe freezes.
   *
   * @param trunk from pictures on
   * @throws StudioException if it has fewer
   */
  static List<Layer> of(Recipe recipe, Layer trunk) {
    int wanted = wanted(recipe);
    if (wanted == 0) {
      return List.of();
    }
    List<List<Layer>> stages = stages(recipe, trunk);
    if (wanted > stages.size()) {
      throw new StudioException(
          English.of(
              "%s is %d, but the discriminator of generator.architecture %s for %d pixels has %s before its last, which is to learn: set it to at most %d.",
              KEY,
              wanted,
              recipe.generator().architecture().id(),
              recipe.data().size(),
              English.count(stages.size(), "layer"),
              stages.size()));
    }
    return stages.subList(0, wanted).stream().flatMap(List::stream).toList();
  }

  private static int wanted(Recipe recipe) {
    return recipe.method().kind().judges() ? recipe.discriminator().frozenLayers() : 0;
  }

  private static List<List<Layer>> stages(Recipe recipe, Layer trunk) {
    List<List<Layer>> stages = new ArrayList<>();
    add(trunk, stages);
    // An autoencoder is all trunk, so that its last layer is among these.
    boolean whole = recipe.method().kind() == MethodKind.BEGAN;
    return stages.subList(0, whole ? stages.size() - 1 : stages.size());
  }

  private static void add(Layer layer, List<List<Layer>> stages) {
    if (layer instanceof Staged staged) {
      stages.addAll(staged.stages());
    } else if (layer instanceof Sequence) {
      for (Block child : layer.getChildren().values()) {
        add((Layer) child, stages);
      }
    } else if (layer.getParameters().values().stream().anyMatch(Parameter::requiresGradient)) {
      if (stages.isEmpty() || !accompanies(layer)) {
        stages.add(new ArrayList<>());
      }
      stages.get(stages.size() - 1).add(layer);
    }
  }

  /** Whether it belongs to the layer before it. */
  private static boolean accompanies(Layer layer) {
    return layer instanceof BatchNorm
        || layer instanceof ConditionalBatchNorm
        || layer instanceof InstanceNorm
        || layer instanceof LayerNorm
        || layer instanceof VirtualBatchNorm
        || layer instanceof SelfAttention;
  }
}
