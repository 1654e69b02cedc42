package studio.saddlepoint.metrics;

import java.util.List;

/**
 * How often each class occurs, in the eyes of the same classifier on both sides.
 *
 * @param names the classes' names
 * @param real share of each class among real images, sum 1
 * @param generated share of each class among generated images, sum 1
 */
public record ClassBalance(List<String> names, double[] real, double[] generated) {
    /** Refuses lengths that do not fit. */
    public ClassBalance {
        names = List.copyOf(names);
        if (real.length != names.size() || generated.length != names.size()) {
            throw new IllegalArgumentException(
                    "%d names for %d and %d shares"
                            .formatted(names.size(), real.length, generated.length));
        }
    }
}
