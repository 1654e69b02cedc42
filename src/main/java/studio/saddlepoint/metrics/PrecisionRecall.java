package studio.saddlepoint.metrics;

import studio.saddlepoint.core.Progress;

/**
 * Improved precision and recall (Kynkäänniemi et al. 2019, equations 1 and 2): the share of
 * generated images inside the manifold of the real ones, and the reverse. A manifold is the union
 * of balls around its points, each reaching to the k-th nearest neighbour in its own set.
 *
 * @param precision 0 to 1
 * @param recall 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {
    /** Neighbours, as the authors chose. */
    public static final int NEIGHBOURS = 3;

    /** The harmonic mean of both, 0 if both are 0. */
    public double f1() {
        return f1(precision, recall);
    }

    /** {@code 2 p r / (p + r)}, 0 if both are 0. */
    public static double f1(double precision, double recall) {
        double sum = precision + recall;
        return sum == 0 ? 0 : 2 * precision * recall / sum;
    }

    /**
     * Computes both, in row batches. Ties count as inside, exactly.
     *
     * @param real features of real images, more than k
     * @param fake features of generated images, more than k
     * @param k neighbours
     * @param progress told how far it is
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static PrecisionRecall of(Features real, Features fake, int k, Progress progress) {
        try (PairDistances distances = new PairDistances(real, fake)) {
            double[] realReach = distances.reachOfFirst(k, progress.part(0, 1 / 3.0));
            double[] fakeReach = distances.reachOfSecond(k, progress.part(1 / 3.0, 2 / 3.0));
            boolean[] realInside = new boolean[real.count()];
            boolean[] fakeInside = new boolean[fake.count()];
            distances.forEachPair(
                    progress.part(2 / 3.0, 1),
                    (r, f, pair) -> {
                        if (!fakeInside[f]) {
                            fakeInside[f] = pair.within(realReach[r]);
                        }
                        if (!realInside[r]) {
                            realInside[r] = pair.within(fakeReach[f]);
                        }
                    });
            return new PrecisionRecall(share(fakeInside), share(realInside));
        }
    }

    private static double share(boolean[] inside) {
        int count = 0;
        for (boolean each : inside) {
            count += each ? 1 : 0;
        }
        return (double) count / inside.length;
    }
}
