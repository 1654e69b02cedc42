package studio.saddlepoint.latent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.nn.ForwardContext;

/**
 * The noise of a snapshot's passes. Fresh noise goes on from pass to pass, whoever shares it.
 *
 * @param kind which noise
 * @param random where fresh noise comes from; empty for other kinds
 */
record PassNoise(LayerNoise kind, Optional<SplittableRandom> random) {
  /** What layers keep. */
  static final PassNoise FIXED = new PassNoise(LayerNoise.FIXED, Optional.empty());

  /**
   * Noise of a kind.
   *
   * @param seed decides fresh noise
   */
  static PassNoise of(LayerNoise kind, long seed) {
    return kind == LayerNoise.FRESH
        ? new PassNoise(kind, Optional.of(new SplittableRandom(SplitMix64.mix(seed))))
        : new PassNoise(kind, Optional.empty());
  }

  /**
   * A pass with this noise.
   *
   * @param manager makes the arrays
   */
  ForwardContext in(ForwardContext pass, NDManager manager) {
    return kind == LayerNoise.OFF
        ? pass.withoutNoise()
        : random
            .map(source -> pass.withNoise((like, shape) -> normal(source, shape, manager)))
            .orElse(pass);
  }

  private static NDArray normal(SplittableRandom random, Shape shape, NDManager manager) {
    float[] numbers = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return manager.create(numbers, shape);
  }
}
