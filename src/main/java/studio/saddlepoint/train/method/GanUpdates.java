package studio.saddlepoint.train.method;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import studio.saddlepoint.recipe.method.MethodKind;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.train.step.MethodState;
import studio.saddlepoint.train.step.UpdateContext;

/** The moves of the two players of a GAN. */
public sealed interface GanUpdates permits AdversarialUpdates, BeganUpdates {
  /** The moves of a recipe's method. */
  static GanUpdates of(MethodSettings settings) {
    return settings.kind() == MethodKind.BEGAN
        ? new BeganUpdates(settings)
        : new AdversarialUpdates(settings);
  }

  /**
   * The discriminator's move, against pictures that are constants to it.
   *
   * @return what the move tells, by key; scalars
   */
  Map<String, NDArray> moveDiscriminator(UpdateContext context);

  /**
   * The discriminator's moves by terms that are taken at every so many steps only (lazy
   * regularization, Karras et al. 2020, appendix B), after each of its own.
   *
   * @return what the moves tell, by key; scalars; empty where there is none now
   */
  default Map<String, NDArray> regularizeDiscriminator(UpdateContext context) {
    return Map.of();
  }

  /**
   * The generator's move; the discriminator's weights stay, and their gradients are never computed.
   *
   * @return what the move tells, by key; scalars
   */
  Map<String, NDArray> moveGenerator(UpdateContext context);

  /**
   * As {@link #regularizeDiscriminator}, of the generator.
   *
   * @return what the moves tell, by key; scalars; empty where there is none now
   */
  default Map<String, NDArray> regularizeGenerator(UpdateContext context) {
    return Map.of();
  }

  /**
   * What is learnt from a step's moves when they are over.
   *
   * @param scalars what they told, by key; of several moves of a player, the last one's
   * @param methodState where it is kept
   * @param pictures how many real pictures the step has used
   * @return what there is to tell beside, by key
   */
  Map<String, Double> learn(Map<String, Double> scalars, MethodState methodState, long pictures);
}
