package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.Posterior;

/**
 * The two players of a variational autoencoder and their networks as functions.
 *
 * @param encode the encoder's network, as while training
 * @param decode the decoder's network, as while training
 * @param decoder makes pictures
 * @param encoder finds their codes
 */
public record VaePlayers(Encode encode, Decode decode, Player decoder, Player encoder) {

  /** An encoder's network as a function. */
  @FunctionalInterface
  public interface Encode {
    /**
     * The codes' distribution.
     *
     * @param pictures (N, C, H, W) in the networks' range
     * @param labels (N) int64; not used where there are no classes
     * @param random where what is dropped comes from
     */
    Posterior of(NDArray pictures, NDArray labels, RandomSource random);
  }

  /** A decoder's network as a function. */
  @FunctionalInterface
  public interface Decode {
    /**
     * The logits of pixels in 0..1.
     *
     * @param codes (N, Z)
     * @param labels (N) int64; not used where there are no classes
     * @param random where what is dropped comes from
     */
    NDArray of(NDArray codes, NDArray labels, RandomSource random);
  }
}
