package studio.saddlepoint.app.evaluate.human;

import java.util.OptionalDouble;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.human.HumanDeck;

/** Makes the pictures of a human test. */
@FunctionalInterface
public interface Dealing {
  /**
   * The pictures.
   *
   * @param step the weights' step
   * @param deck real and generated ones
   */
  record Dealt(long step, HumanDeck deck) {}

  /**
   * Makes them, on the thread that calls it.
   *
   * @param subject which weights
   * @param count how many pictures
   * @param truncation of the latents, or none
   * @param seed decides which
   * @param progress told how far it is, and where a cancel is seen
   */
  Dealt deal(Subject subject, int count, OptionalDouble truncation, long seed, Progress progress)
      throws Exception;
}
