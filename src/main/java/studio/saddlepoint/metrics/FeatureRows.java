package studio.saddlepoint.metrics;

import studio.saddlepoint.core.StudioException;

/** Collects features batch by batch. */
final class FeatureRows {
    private final int count;
    private final int dimension;
    private final float[] rows;
    private int filled;

    /**
     * Room for features.
     *
     * @throws StudioException if there cannot be that many in one array
     */
    FeatureRows(int count, int dimension) {
        if ((long) count * dimension > Integer.MAX_VALUE - 8) {
            throw new StudioException(
                    "Precision and recall of %,d samples with %,d features each do not fit into memory. Choose fewer samples."
                            .formatted(count, dimension));
        }
        this.count = count;
        this.dimension = dimension;
        this.rows = new float[count * dimension];
    }

    /** Adds rows (n, d). */
    void add(float[] more) {
        System.arraycopy(more, 0, rows, filled, more.length);
        filled += more.length;
    }

    /** All rows, when they are complete. */
    Features features() {
        if (filled != rows.length) {
            throw new IllegalStateException(filled + " of " + rows.length + " numbers");
        }
        return new Features(count, dimension, rows);
    }
}
