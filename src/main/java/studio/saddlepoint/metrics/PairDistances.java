package studio.saddlepoint.metrics;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Squared Euclidean distances between the rows of two sets, in batches of rows and never as a whole
 * matrix. They come from float64 matrix products of centred rows; wherever a comparison falls
 * within the rounding error of these, the pair is computed again by differences, so that ties are
 * decided exactly.
 */
final class PairDistances implements AutoCloseable {
    private static final int BLOCK_NUMBERS = 1 << 21;
    private static final int CENTRE_ROWS = 101;

    private final Features first;
    private final Features second;
    private final NDManager manager;
    private final Side left;
    private final Side right;

    /** A row of one set with a row of the other, valid during the call that hands it over. */
    interface Pair {
        /** Whether the squared distance is at most this one. */
        boolean within(double squared);
    }

    /** What is done with each pair. */
    interface PairConsumer {
        void accept(int first, int second, Pair pair);
    }

    private record Side(Features features, NDArray rows, double[] squares) {}

    private interface BlockConsumer {
        /** Takes products (rows, columns) of the left rows from an index on with all right rows. */
        void accept(int from, int rows, double[] products);
    }

    PairDistances(Features first, Features second) {
        if (first.dimension() != second.dimension()) {
            throw new IllegalArgumentException(
                    "features of " + first.dimension() + " and " + second.dimension());
        }
        this.first = first;
        this.second = second;
        this.manager = TorchEngine.manager(Device.cpu());
        float[] centre = centre(first);
        this.left = side(first, centre);
        this.right = side(second, centre);
    }

    /** Squared distance of each row of the first set to its k-th nearest neighbour there. */
    double[] reachOfFirst(int k, Progress progress) {
        return reach(left, k, progress);
    }

    /** Squared distance of each row of the second set to its k-th nearest neighbour there. */
    double[] reachOfSecond(int k, Progress progress) {
        return reach(right, k, progress);
    }

    /** Hands over every pair, the second set's rows being the inner loop. */
    void forEachPair(Progress progress, PairConsumer consumer) {
        OnePair pair = new OnePair();
        int columns = second.count();
        forEachBlock(
                left,
                right,
                progress,
                (from, rows, products) -> {
                    for (int i = 0; i < rows; i++) {
                        for (int j = 0; j < columns; j++) {
                            pair.set(from + i, j, products[i * columns + j]);
                            consumer.accept(from + i, j, pair);
                        }
                    }
                });
    }

    @Override
    public void close() {
        manager.close();
    }

    private final class OnePair implements Pair {
        private int i;
        private int j;
        private double about;
        private double error;

        void set(int i, int j, double product) {
            this.i = i;
            this.j = j;
            double squares = left.squares[i] + right.squares[j];
            this.about = squares - 2 * product;
            this.error = error(first.dimension()) * squares;
        }

        @Override
        public boolean within(double squared) {
            if (about > squared + error) {
                return false;
            }
            return about < squared - error || exact(first, i, second, j) <= squared;
        }
    }

    private double[] reach(Side side, int k, Progress progress) {
        int n = side.features.count();
        if (n <= k) {
            throw new IllegalArgumentException(n + " rows have no " + k + "-th neighbour");
        }
        double[] reach = new double[n];
        double[] about = new double[n];
        forEachBlock(
                side,
                side,
                progress,
                (from, rows, products) -> {
                    for (int i = 0; i < rows; i++) {
                        int row = from + i;
                        for (int j = 0; j < n; j++) {
                            about[j] =
                                    side.squares[row] + side.squares[j] - 2 * products[i * n + j];
                        }
                        reach[row] = kthNearest(side, row, about, k);
                    }
                });
        return reach;
    }

    /** Exact: of all rows that may be among the k nearest, given the errors of the distances. */
    private static double kthNearest(Side side, int row, double[] about, int k) {
        double unit = error(side.features.dimension());
        double[] upper = new double[k];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < about.length; j++) {
            if (j != row && about[j] < upper[k - 1]) {
                insert(upper, about[j] + unit * (side.squares[row] + side.squares[j]));
            }
        }
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int j = 0; j < about.length; j++) {
            double error = unit * (side.squares[row] + side.squares[j]);
            if (j != row && about[j] - error <= upper[k - 1]) {
                insert(nearest, exact(side.features, row, side.features, j));
            }
        }
        return nearest[k - 1];
    }

    /** Keeps the smallest values, ascending. */
    private static void insert(double[] smallest, double value) {
        int place = smallest.length - 1;
        if (value >= smallest[place]) {
            return;
        }
        while (place > 0 && smallest[place - 1] > value) {
            smallest[place] = smallest[place - 1];
            place--;
        }
        smallest[place] = value;
    }

    /** Bound of the rounding error of a squared distance by products, relative to the squares. */
    private static double error(int dimension) {
        return (dimension + 8) * Math.ulp(1.0);
    }

    private static double exact(Features a, int i, Features b, int j) {
        int d = a.dimension();
        double sum = 0;
        for (int c = 0; c < d; c++) {
            double difference = (double) a.rows()[i * d + c] - b.rows()[j * d + c];
            sum += difference * difference;
        }
        return sum;
    }

    private void forEachBlock(Side a, Side b, Progress progress, BlockConsumer consumer) {
        int n = a.features.count();
        int rows = Math.max(1, Math.min(n, BLOCK_NUMBERS / b.features.count()));
        for (int from = 0; from < n; from += rows) {
            progress.checkCancelled();
            progress.report("Comparing features", (double) from / n);
            int count = Math.min(rows, n - from);
            try (NDArray part = a.rows.get(new NDIndex(from + ":" + (from + count)));
                    NDArray other = b.rows.transpose();
                    NDArray products = part.matMul(other)) {
                consumer.accept(from, count, products.toDoubleArray());
            }
        }
    }

    private Side side(Features features, float[] centre) {
        int d = features.dimension();
        double[] rows = new double[features.rows().length];
        double[] squares = new double[features.count()];
        for (int i = 0; i < squares.length; i++) {
            for (int c = 0; c < d; c++) {
                double value = (double) features.rows()[i * d + c] - centre[c];
                rows[i * d + c] = value;
                squares[i] += value * value;
            }
        }
        NDArray array = manager.create(rows, new Shape(squares.length, d));
        return new Side(features, array, squares);
    }

    /**
     * A median of some rows, number by number: a value that occurs, so that subtracting it from
     * float32 numbers is exact, and no outlier.
     */
    private static float[] centre(Features features) {
        int d = features.dimension();
        int n = Math.min(CENTRE_ROWS, features.count());
        float[] centre = new float[d];
        float[] column = new float[n];
        for (int c = 0; c < d; c++) {
            for (int i = 0; i < n; i++) {
                column[i] = features.rows()[i * d + c];
            }
            Arrays.sort(column);
            centre[c] = column[n / 2];
        }
        return centre;
    }
}
