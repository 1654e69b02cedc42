package studio.saddlepoint.train.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The time that the steps left will take, by the later half of the time that a training has run.
 * That has what comes between steps in it (sheets, checkpoints, evaluations beside them), follows a
 * computer that gets slower or faster, and leaves out the slow first steps.
 */
public final class RemainingTime {
    private static final long SHORTEST_NANOS = 10_000_000_000L;
    private static final long BETWEEN_MARKS = 250_000_000L;

    private final Deque<long[]> marks = new ArrayDeque<>();
    private long running;
    private long counted;
    private long before;
    private boolean interrupted = true;

    /** The time until the next step is not the training's: it waits, or is opened. */
    public void interrupt() {
        interrupted = true;
    }

    /**
     * A step was made.
     *
     * @param nanos the time now, as {@link System#nanoTime}
     */
    public void step(long nanos) {
        if (!interrupted) {
            running += nanos - before;
            counted++;
        }
        before = nanos;
        interrupted = false;
        if (marks.isEmpty() || running - marks.getLast()[0] >= BETWEEN_MARKS) {
            marks.addLast(new long[] {running, counted});
        }
        long window = Math.max(SHORTEST_NANOS, running / 2);
        while (marks.size() > 2 && running - marks.getFirst()[0] > window) {
            marks.removeFirst();
        }
    }

    /**
     * The time left; empty before two steps were made in a row.
     *
     * @param steps left
     */
    public Optional<Duration> of(long steps) {
        long[] from = marks.peekFirst();
        if (from == null || counted == from[1]) {
            return Optional.empty();
        }
        double nanosPerStep = (double) (running - from[0]) / (counted - from[1]);
        return Optional.of(Duration.ofNanos((long) (Math.max(0, steps) * nanosPerStep)));
    }
}
