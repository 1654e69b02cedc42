package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The source of a move's random numbers. */
public interface RandomSource {
  /** Uniform numbers in 0..1. */
  NDArray uniform(Shape shape);

  /** Standard normal numbers. */
  NDArray normal(Shape shape);

  /** One uniform number in 0..1, on the host. */
  double next();
}
