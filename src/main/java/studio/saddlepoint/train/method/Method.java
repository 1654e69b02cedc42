package studio.saddlepoint.train.method;

import java.util.List;
import java.util.Optional;
import studio.saddlepoint.model.Generator;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.train.step.StepContext;
import studio.saddlepoint.train.step.StepReport;

/**
 * A way to train: the players that it needs, and the step that moves them. Registered in {@link
 * Methods}; state, checkpoints, charts and gradient norms follow its players.
 */
public interface Method {
  /** Its players, of which the first makes the pictures. */
  List<Player> players();

  /** The network that makes pictures. */
  Generator generator();

  /** The running mean of the network that makes pictures. */
  Generator average();

  /**
   * What is made of real pictures, where the method has an encoder; drawn beside samples.
   *
   * @param averaged whether by the running mean of the network that makes pictures
   */
  default Optional<Reconstructions> reconstructions(boolean averaged) {
    return Optional.empty();
  }

  /**
   * Makes a step: every player is moved in place as often as the recipe asks.
   *
   * @param context what the step is made with; its batches are read as the step needs them
   * @return what it tells: {@code loss.PLAYER} and {@code gradient.PLAYER} of every player that was
   *     moved, and what else there is, by key
   */
  StepReport step(StepContext context);
}
