package studio.saddlepoint.metrics;

/**
 * Features held in memory, as metrics over pairs need them.
 *
 * @param count rows, N
 * @param dimension numbers in a row, d
 * @param rows {@code (N, d)}; not to be changed
 */
public record Features(int count, int dimension, float[] rows) {
    /** Refuses an array of another length. */
    public Features {
        if (rows.length != (long) count * dimension) {
            throw new IllegalArgumentException(
                    rows.length + " numbers for " + count + " rows of " + dimension);
        }
    }
}
