package studio.saddlepoint.train.regularizer;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.recipe.method.MethodSettings;
import studio.saddlepoint.train.step.MethodState;

/** A term added to a player's loss. Registered in {@link Regularizers#ALL}. */
public interface Regularizer {
  /** The key of its series, such as {@code penalty.r1}. */
  String key();

  /** Whether the settings ask for it. What is off costs nothing. */
  boolean on(MethodSettings settings);

  /**
   * How many moves apart it is taken (lazy regularization, Karras et al. 2020, appendix B): where
   * more than one, not as a part of the loss but by a move of its own, with as much more weight.
   */
  default int every(MethodSettings settings) {
    return 1;
  }

  /**
   * The discriminator's term: a scalar that can be differentiated by its weights; empty where this
   * move has none.
   */
  default Optional<NDArray> ofDiscriminator(RegularizerInput input, MethodSettings settings) {
    return Optional.empty();
  }

  /** The key of the generator's term, where it is told under another than {@link #key}. */
  default String generatorKey() {
    return key();
  }

  /** The generator's term: a scalar that can be differentiated by its weights. */
  default Optional<NDArray> ofGenerator(RegularizerInput input, MethodSettings settings) {
    return Optional.empty();
  }

  /** Adds to the input's scalars what {@link #learn} needs of a discriminator's move. */
  default void tell(RegularizerInput input) {}

  /**
   * Learns from what the step told, when it is over.
   *
   * @param scalars numbers by key
   * @param methodState where what is learnt is kept
   */
  default void learn(
      Map<String, Double> scalars, MethodState methodState, MethodSettings settings) {}
}
