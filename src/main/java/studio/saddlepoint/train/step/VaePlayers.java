package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import studio.saddlepoint.model.Player;
import studio.saddlepoint.model.Posterior;

/**
 * The two players of a variational autoencoder and their networks as functions.
 *
 * @param encode (pictures in the networks' range, labels) to the codes' distribution, as while
 *     training
 * @param decode (codes, labels) to the logits of pixels in 0..1, as while training
 * @param decoder makes pictures
 * @param encoder finds their codes
 */
public record VaePlayers(
    BiFunction<NDArray, NDArray, Posterior> encode,
    BinaryOperator<NDArray> decode,
    Player decoder,
    Player encoder) {}
