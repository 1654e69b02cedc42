package studio.saddlepoint.data;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that images may take while they are decoded and looked at, shared by all threads.
 * Whoever decodes waits here until there is room, in the order of coming, so that large images are
 * not overtaken for ever. A thread that holds a part must not ask for another one.
 */
final class PixelBudget {
    /** Room is counted in kilobytes, since a semaphore counts up to two billion. */
    private static final int UNIT = 1 << 10;

    /** Bytes that the largest images take which are scaled when they are read, all but a few. */
    private static final long AMPLE = 400L << 20;

    /** Share of the Java heap: images that are kept and features need room as well. */
    private static final int SHARE = 4;

    /** One for the program: every thread that decodes draws on the same heap. */
    private static final PixelBudget SHARED =
            new PixelBudget(Runtime.getRuntime().maxMemory() / SHARE);

    private final int units;
    private final Semaphore free;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong mostHeld = new AtomicLong();

    /**
     * A budget of its own.
     *
     * @param bytes that may be held at once
     */
    PixelBudget(long bytes) {
        this.units = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
        this.free = new Semaphore(units, true);
    }

    /** The budget of this program. */
    static PixelBudget shared() {
        return SHARED;
    }

    /** Whether a number of bytes can ever be held. */
    boolean fits(long bytes) {
        return bytes <= bytes();
    }

    /** All that may be held at once. */
    long bytes() {
        return (long) units * UNIT;
    }

    /**
     * What to add to the name of images that were read within this budget, so that those which it
     * refused are tried again where there is more memory; empty where it refuses next to nothing.
     */
    String mark() {
        return bytes() >= AMPLE ? "" : "-within" + (bytes() >> 20);
    }

    /** The most bytes that were ever held at once. */
    long mostHeld() {
        return mostHeld.get();
    }

    /** What one thread holds of the budget: nothing at first, and nothing after it is closed. */
    static final class Part implements AutoCloseable {
        private final PixelBudget budget;
        private int count;

        Part(PixelBudget budget) {
            this.budget = budget;
        }

        PixelBudget budget() {
            return budget;
        }

        /**
         * Waits until there is room, once.
         *
         * @param bytes no more than {@link #fits}
         */
        void take(long bytes) {
            if (count > 0 || !budget.fits(bytes)) {
                throw new IllegalStateException(
                        bytes + " bytes of " + budget.bytes() + ", " + count + " units held");
            }
            int units = (int) Math.max(1, (bytes + UNIT - 1) / UNIT);
            budget.free.acquireUninterruptibly(units);
            count = units;
            long now = budget.held.addAndGet((long) units * UNIT);
            budget.mostHeld.accumulateAndGet(now, Math::max);
        }

        @Override
        public void close() {
            budget.held.addAndGet(-(long) count * UNIT);
            budget.free.release(count);
            count = 0;
        }
    }
}
