package studio.saddlepoint.latent;

import java.util.SplittableRandom;

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
        SplittableRandom random = new SplittableRandom(mix(seed));
        float[] values = new float[Math.multiplyExact(n, size)];
        for (int i = 0; i < values.length; i++) {
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
        float[] all = first(seed, index + 1, size);
        float[] code = new float[size];
        for (int i = 0; i < size; i++) {
            float drawn = all[index * size + i];
            code[i] =
                    Math.abs(drawn) <= threshold
                            ? drawn
                            : LatentCodes.within(seed, ((long) index << 32) | i, threshold);
        }
        return code;
    }

    /** The finalizer of SplitMix64 (Steele et al. 2014). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
