package studio.saddlepoint.metrics.distribution;

import java.util.Arrays;

/** Counts the likeliest classes of images, batch by batch. */
public final class ClassCounts {
    private final long[] counts;
    private long images;

    /**
     * No images yet.
     *
     * @param classes number of classes, K
     */
    public ClassCounts(int classes) {
        this.counts = new long[classes];
    }

    /**
     * Adds images.
     *
     * @param logits {@code (N, K)}
     */
    public void add(float[] logits) {
        if (counts.length == 0) {
            return;
        }
        for (int row = 0; row < logits.length; row += counts.length) {
            int best = 0;
            for (int c = 1; c < counts.length; c++) {
                if (logits[row + c] > logits[row + best]) {
                    best = c;
                }
            }
            counts[best]++;
            images++;
        }
    }

    /** The share of each class, {@code (K)}; zeros where there were no images. */
    public double[] shares() {
        return Arrays.stream(counts)
                .mapToDouble(c -> images == 0 ? 0 : (double) c / images)
                .toArray();
    }
}
