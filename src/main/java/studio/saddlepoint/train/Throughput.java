package studio.saddlepoint.train;

import java.util.ArrayDeque;
import java.util.Deque;

/** Steps and pictures per second over the last seconds. */
final class Throughput {
    private static final long WINDOW_NANOS = 3_000_000_000L;

    private final Deque<long[]> marks = new ArrayDeque<>();
    private long pictures;
    private long steps;

    /** Forgets everything: the next mark begins a new window. */
    void restart() {
        marks.clear();
    }

    /**
     * A step was made.
     *
     * @param nanos the time now, as {@link System#nanoTime}
     * @param seen real pictures it took
     */
    void step(long nanos, long seen) {
        steps++;
        pictures += seen;
        marks.addLast(new long[] {nanos, steps, pictures});
        while (marks.size() > 2 && nanos - marks.getFirst()[0] > WINDOW_NANOS) {
            marks.removeFirst();
        }
    }

    double picturesPerSecond() {
        return rate(2);
    }

    double stepsPerSecond() {
        return rate(1);
    }

    private double rate(int of) {
        if (marks.size() < 2) {
            return 0;
        }
        long[] from = marks.getFirst();
        long[] to = marks.getLast();
        return (to[of] - from[of]) * 1e9 / Math.max(1, to[0] - from[0]);
    }
}
