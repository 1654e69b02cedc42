package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;

/**
 * Pictures with their classes.
 *
 * @param pictures (N, ...)
 * @param labels (N) int64; not used where there are no classes
 */
public record LabelledImages(NDArray pictures, NDArray labels) {}
