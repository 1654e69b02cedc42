package studio.saddlepoint.metrics;

import java.util.Arrays;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.LatentCodes;

/**
 * Perceptual path length (Karras et al. 2019, section 4.1): how much an image changes, in squared
 * distance of features over the squared step, for a small step on the way between two codes.
 */
public final class PathLengths {
    /** Length of a step, of a whole path of 1, as the authors chose. */
    static final double STEP = 1e-4;

    /** Percentiles between which the mean is taken, as the authors chose. */
    static final double LOW = 1;

    static final double HIGH = 99;

    private static final int BATCH = 32;

    private PathLengths() {}

    /**
     * Distances over the step's square, at uniform places of ways that turn evenly between random
     * codes. Pixels are not rounded to bytes; both ends of a step have the same class and noise.
     *
     * @param images what makes the images
     * @param extractor can look at images that are not rounded
     * @param pairs how many
     * @param seed decides the codes and places
     * @param progress told how far it is
     * @return {@code (pairs)}
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static double[] ofLatentCodes(
            LatentImages images,
            FeatureExtractor extractor,
            int pairs,
            long seed,
            Progress progress) {
        float[][] from = images.draw(pairs, seed + 1);
        float[][] to = images.draw(pairs, seed + 2);
        int[] labels = images.drawLabels(pairs, seed + 3);
        Draws draws = new Draws(seed + 4);
        double[] distances = new double[pairs];
        for (int first = 0; first < pairs; first += BATCH) {
            progress.checkCancelled();
            progress.report("Walking through the latent space", (double) first / pairs);
            int count = Math.min(BATCH, pairs - first);
            float[][] ends = new float[2 * count][];
            int[] classes = new int[2 * count];
            for (int i = 0; i < count; i++) {
                double t = draws.uniform();
                int pair = first + i;
                ends[i] = LatentCodes.slerp(from[pair], to[pair], t);
                ends[count + i] = LatentCodes.slerp(from[pair], to[pair], t + STEP);
                classes[i] = labels[pair];
                classes[count + i] = labels[pair];
            }
            float[] seen =
                    extractor
                            .perceive(images.synthesize(ends, classes))
                            .orElseThrow(() -> new IllegalStateException(extractor.id()));
            FiniteFeatures.check(seen);
            int size = seen.length / ends.length;
            for (int i = 0; i < count; i++) {
                double squared = 0;
                for (int c = 0; c < size; c++) {
                    double difference = (double) seen[i * size + c] - seen[(count + i) * size + c];
                    squared += difference * difference;
                }
                distances[first + i] = squared / (STEP * STEP);
            }
        }
        return distances;
    }

    /** The path length of distances: the mean between the authors' percentiles. */
    static double mean(double[] distances) {
        return trimmedMean(distances, LOW, HIGH);
    }

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
