package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import studio.saddlepoint.model.DiscriminatorOutput;
import studio.saddlepoint.model.Player;

/**
 * The two players of a GAN and their networks as functions.
 *
 * @param manager where new arrays are made
 * @param halves the generator's network, as while training
 * @param judge the discriminator's network, as while training
 * @param generator makes pictures
 * @param discriminator judges them
 */
public record GanPlayers(
    NDManager manager,
    GeneratorHalves halves,
    Judge judge,
    Player generator,
    Player discriminator) {

  /** A discriminator's network as a function. */
  @FunctionalInterface
  public interface Judge {
    /**
     * Judges pictures.
     *
     * @param pictures (N, ...) in the networks' own range
     * @param labels (N) int64; not used where there are no classes
     * @param random where what is dropped comes from
     */
    DiscriminatorOutput of(NDArray pictures, NDArray labels, RandomSource random);
  }

  /**
   * Generates pictures, as while training.
   *
   * @param z (N, latent size), normal
   * @param labels (N) int64; not used where there are no classes
   * @param random where the noise comes from that layers add, and what is dropped
   */
  public NDArray generate(NDArray z, NDArray labels, RandomSource random) {
    return halves.synthesize(halves.map(z, labels), labels, random);
  }
}
