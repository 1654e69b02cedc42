package studio.saddlepoint.metrics;

import java.util.Arrays;

/** Perceptual path length (Karras et al. 2019, section 4.1): the mean of what is not extreme. */
public final class PathLengths {
    private PathLengths() {}

    /**
     * The mean of the distances between two percentiles, ends included.
     *
     * @param distances over the step's square
     * @param low percentile of the smallest, 0 to 100
     * @param high percentile of the largest, 0 to 100
     */
    public static double trimmedMean(double[] distances, double low, double high) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double least = sorted[(int) Math.floor(low / 100 * last)];
        double most = sorted[(int) Math.ceil(high / 100 * last)];
        return Arrays.stream(sorted)
                .filter(each -> least <= each && each <= most)
                .average()
                .orElse(Double.NaN);
    }
}
