package studio.saddlepoint.train.step;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import java.util.function.DoubleToIntFunction;
import studio.saddlepoint.core.SplitMix64;
import studio.saddlepoint.torch.ArrayScopes;

/**
 * The randomness of one step. It follows from the run's seed and the images seen alone, and comes
 * from Java, so that nothing else that uses the engine can disturb it and a resumed run draws the
 * same numbers.
 */
public final class StepRandom {
  private final SplittableRandom random;

  /**
   * The numbers of a step.
   *
   * @param seed the run's
   * @param imagesSeen real pictures seen before it; the numbers of -1 are those of the sample
   *     sheets
   */
  public StepRandom(long seed, long imagesSeen) {
    random =
        new SplittableRandom(
            SplitMix64.mix(seed) ^ SplitMix64.mix(~imagesSeen * 0x9e3779b97f4a7c15L));
  }

  /** Standard normal numbers. */
  public NDArray normal(NDManager manager, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return ArrayScopes.of(manager, values, shape);
  }

  /** Uniform numbers in 0..1. */
  public NDArray uniform(NDManager manager, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return ArrayScopes.of(manager, values, shape);
  }

  /** One uniform number in 0..1. */
  double next() {
    return random.nextDouble();
  }

  /** One standard normal number. */
  double nextNormal() {
    return random.nextGaussian();
  }

  /** These numbers as a move takes them, in order. */
  public RandomSource source(NDManager manager) {
    return new RandomSource() {
      @Override
      public NDArray uniform(Shape shape) {
        return StepRandom.this.uniform(manager, shape);
      }

      @Override
      public NDArray normal(Shape shape) {
        return StepRandom.this.normal(manager, shape);
      }

      @Override
      public double next() {
        return StepRandom.this.next();
      }

      @Override
      public double nextNormal() {
        return StepRandom.this.nextNormal();
      }
    };
  }

  /** Uniform classes, int64 (n); all zero where there are no classes. */
  public NDArray classes(NDManager manager, int n, int classes) {
    long[] values = new long[n];
    for (int i = 0; i < n && classes > 0; i++) {
      values[i] = random.nextInt(classes);
    }
    return ArrayScopes.of(manager, values);
  }

  /**
   * Classes, int64 (n), by uniform numbers.
   *
   * @param at the class of a number from 0 to below 1
   */
  public NDArray classes(NDManager manager, int n, DoubleToIntFunction at) {
    long[] values = new long[n];
    for (int i = 0; i < n; i++) {
      values[i] = at.applyAsInt(random.nextDouble());
    }
    return ArrayScopes.of(manager, values);
  }
}
