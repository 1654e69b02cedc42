package studio.saddlepoint.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The pace of work and the time that it will still take, by what was done in the later half of the
 * time so far: the first parts of work are often there already, or slow to begin.
 */
final class WorkPace {
    private static final double LEAST_DONE = 0.02;

    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(long nanos, double share) {}

    /** Nothing done. */
    WorkPace() {
        marks.add(new Mark(0, 0));
    }

    /**
     * So much is done.
     *
     * @param nanos since the work began
     * @param share 0 to 1; below 0 where it is not known
     */
    void reached(long nanos, double share) {
        double before = marks.getLast().share;
        if (share < before || share <= 0 && before == 0) {
            marks.clear(); // another part, counted anew, or what is no part of it was done until
            // now
        }
        if (share >= 0) {
            marks.addLast(new Mark(nanos, share));
        }
        if (marks.isEmpty()) {
            marks.addLast(new Mark(nanos, 0));
        }
        while (marks.size() > 2 && second().nanos <= nanos / 2) {
            marks.removeFirst();
        }
    }

    private Mark second() {
        Mark first = marks.removeFirst();
        Mark second = marks.getFirst();
        marks.addFirst(first);
        return second;
    }

    /**
     * The time left; empty where too little is done to tell.
     *
     * @param nanos since the work began
     */
    Optional<Duration> remaining(long nanos) {
        double from = marks.getFirst().share;
        double to = marks.getLast().share;
        if (to < LEAST_DONE || to > 1 || to <= from) {
            return Optional.empty();
        }
        double nanosEach = (nanos - marks.getFirst().nanos) / (to - from);
        return Optional.of(Duration.ofNanos((long) ((1 - to) * nanosEach)));
    }
}
