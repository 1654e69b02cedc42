package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;

/**
 * Fresh codes as the generator's second half takes them.
 *
 * @param w (N, L, D) or (N, D), mixed where styles are, with the graph of the first half
 * @param labels (N) int64; not used where there are no classes
 */
public record MappedCodes(NDArray w, NDArray labels) {}
