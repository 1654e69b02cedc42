package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.nn.ForwardContext;

/** The source of a move's random numbers. */
public interface RandomSource {
  /** Uniform numbers in 0..1. */
  NDArray uniform(Shape shape);

  /** Standard normal numbers. */
  NDArray normal(Shape shape);

  /** One uniform number in 0..1, on the host. */
  double next();

  /** One standard normal number, on the host. */
  default double nextNormal() {
    return normal(new Shape(1)).toFloatArray()[0];
  }

  /** A pass whose fresh noise and dropout come from these numbers. */
  default ForwardContext in(ForwardContext pass) {
    return pass.withNoise((like, shape) -> normal(shape))
        .withDropout((like, shape) -> uniform(shape));
  }
}
