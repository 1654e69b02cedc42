package studio.saddlepoint.latent;

import java.util.SplittableRandom;
import studio.saddlepoint.core.SplitMix64;

/**
 * The latent codes of a run's sample sheets: the same in every sheet of a run, so that one can
 * watch each picture change. They follow from the run's seed alone.
 */
public final class SheetCodes {
  private SheetCodes() {}

  /**
   * The codes of a sheet's first samples.
   *
   * @param seed the run's
   * @param n how many
   * @param size numbers in a code
   * @return standard normal codes one after the other, {@code (N * Z)}
   */
  public static float[] first(long seed, int n, int size) {
    return next(stream(seed), Math.multiplyExact(n, size));
  }

  private static SplittableRandom stream(long seed) {
    return new SplittableRandom(SplitMix64.mix(seed));
  }

  private static float[] next(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /**
   * The code of one sample.
   *
   * @param seed the run's
   * @param index which sample, from 0
   * @param size numbers in a code
   * @param threshold largest magnitude, above 0; what is beyond it is drawn again as {@link
   *     LatentCodes#truncated} does; infinite for the sheet's own code
   * @return code {@code (Z)}
   */
  public static float[] code(long seed, int index, int size, double threshold) {
    SplittableRandom random = stream(seed);
    for (long before = (long) index * size; before > 0; before--) {
      random.nextGaussian();
    }
    float[] code = next(random, size);
    for (int i = 0; i < size; i++) {
      if (Math.abs(code[i]) > threshold) {
        code[i] = LatentCodes.within(seed, ((long) index << 32) | i, threshold);
      }
    }
    return code;
  }
}
