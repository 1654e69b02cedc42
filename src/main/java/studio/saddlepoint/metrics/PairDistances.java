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
 * Squared Euclidean distances between the rows of two sets, in blocks of rows and never as a whole
 * matrix. They come from float32 matrix products of centred rows, with a bound of their rounding
 * error; wherever a comparison falls within that, the pair is computed again by differences in
 * float64, so that ties are decided exactly.
 *
 * <p>All distances here are in one unit, a power of two that depends on the sets; {@link #distance}
 * gives them as they are.
 */
final class PairDistances implements AutoCloseable {
    private static final int BLOCK_NUMBERS = 1 << 21;
    private static final int CENTRE_ROWS = 101;

    /** Unit roundoff of float32. */
    private static final double UNIT = 0x1p-24;

    /** What float32 products may lose below the smallest normal number, per row. */
    private static final double UNDERFLOW = 1e-30;

    private final Features first;
    private final Features second;
    private final NDManager manager;
    private final double scale;
    private final Side left;
    private final Side right;

    /** What is done with each block. */
    interface BlockConsumer {
        void accept(Block block);
    }

    private record Side(Features features, NDArray rows, double[] squares) {}

    /**
     * Distances between sets.
     *
     * @throws studio.saddlepoint.core.StudioException if a feature is not a finite number
     */
    PairDistances(Features first, Features second) {
        if (first.dimension() != second.dimension()) {
            throw new IllegalArgumentException(
                    "features of " + first.dimension() + " and " + second.dimension());
        }
        FiniteFeatures.check(first.rows());
        FiniteFeatures.check(second.rows());
        this.first = first;
        this.second = second;
        this.manager = TorchEngine.manager(Device.cpu());
        float[] centre = centre(first);
        double largest = Math.max(largest(first, centre), largest(second, centre));
        this.scale = largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
        this.left = side(first, centre);
        this.right = first == second ? left : side(second, centre);
    }

    /** Squared distances of each row of the first set to its k nearest neighbours there, (k, n). */
    double[][] reachOfFirst(int k, Progress progress) {
        return reach(left, k, progress);
    }

    /**
     * Squared distances of each row of the second set to its k nearest neighbours there, (k, n).
     */
    double[][] reachOfSecond(int k, Progress progress) {
        return reach(right, k, progress);
    }

    /** Hands over every pair, in blocks of rows of the first set with all rows of the second. */
    void forEachBlock(Progress progress, BlockConsumer consumer) {
        forEachBlock(left, right, progress, consumer);
    }

    /** A squared distance as the distance that it is. */
    double distance(double squared) {
        return Math.sqrt(squared) / scale;
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Some rows of one set with all rows of another. Valid while it is handed over. */
    final class Block {
        private final Side a;
        private final Side b;
        private final float[] products;
        private final double unit;

        /** The first row, counted in its set. */
        final int from;

        /** Number of rows. */
        final int rows;

        /** Number of columns: rows of the other set. */
        final int columns;

        private Block(Side a, Side b, int from, int rows, float[] products) {
            this.a = a;
            this.b = b;
            this.from = from;
            this.rows = rows;
            this.columns = b.features.count();
            this.products = products;
            this.unit = error(a.features.dimension());
        }

        /**
         * Whether the squared distance is at most this one.
         *
         * @param i row within the block
         * @param j column
         */
        boolean within(int i, int j, double squared) {
            double squares = a.squares[from + i] + b.squares[j];
            double about = squares - 2.0 * products[i * columns + j];
            double error = unit * squares + UNDERFLOW;
            return about <= squared + error && (about < squared - error || exact(i, j) <= squared);
        }

        /** Whether the squared distance is below this one. */
        boolean closer(int i, int j, double squared) {
            double squares = a.squares[from + i] + b.squares[j];
            double about = squares - 2.0 * products[i * columns + j];
            double error = unit * squares + UNDERFLOW;
            return about <= squared + error && (about < squared - error || exact(i, j) < squared);
        }

        /** A squared distance that the real one is not below. */
        double least(int i, int j) {
            double squares = a.squares[from + i] + b.squares[j];
            return squares - 2.0 * products[i * columns + j] - unit * squares - UNDERFLOW;
        }

        /** The squared distance, by differences. */
        double exact(int i, int j) {
            return squared(a.features, from + i, b.features, j);
        }
    }

    private double[][] reach(Side side, int k, Progress progress) {
        int n = side.features.count();
        if (n <= k) {
            throw new IllegalArgumentException(n + " rows have no " + k + "-th neighbour");
        }
        double[][] reach = new double[k][n];
        double[] about = new double[n];
        double[] nearest = new double[k];
        forEachBlock(
                side,
                side,
                progress,
                block -> {
                    for (int i = 0; i < block.rows; i++) {
                        int row = block.from + i;
                        double square = side.squares[row];
                        for (int j = 0; j < n; j++) {
                            about[j] = square + side.squares[j] - 2.0 * block.products[i * n + j];
                        }
                        nearest(side, row, about, nearest);
                        for (int c = 0; c < k; c++) {
                            reach[c][row] = nearest[c];
                        }
                    }
                });
        return reach;
    }

    /** Exact: of all rows that may be among the k nearest, given the errors of the distances. */
    private void nearest(Side side, int row, double[] about, double[] nearest) {
        double unit = error(side.features.dimension());
        int k = nearest.length;
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int j = 0; j < about.length; j++) {
            if (about[j] < nearest[k - 1] && j != row) {
                insert(
                        nearest,
                        about[j] + unit * (side.squares[row] + side.squares[j]) + UNDERFLOW);
            }
        }
        double upper = nearest[k - 1];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        // No row can be nearer than k copies.
        for (int j = 0; j < about.length && nearest[k - 1] > 0; j++) {
            double error = unit * (side.squares[row] + side.squares[j]) + UNDERFLOW;
            if (about[j] - error <= upper && j != row) {
                insert(nearest, squared(side.features, row, side.features, j));
            }
        }
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

    /**
     * Bound of the error of a squared distance by products, relative to the sum of both squares: d
     * roundings of the product in any order (Higham 2002, section 3.1), and those of the rows to
     * float32.
     */
    private static double error(int dimension) {
        double product = dimension * UNIT / (1 - dimension * UNIT);
        return product + 8 * UNIT;
    }

    private double squared(Features a, int i, Features b, int j) {
        int d = a.dimension();
        int p = i * d;
        int q = j * d;
        double sum = 0;
        for (int c = 0; c < d; c++) {
            double difference = (double) a.rows()[p + c] - b.rows()[q + c];
            sum += difference * difference;
        }
        return sum * scale * scale;
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
                consumer.accept(new Block(a, b, from, count, products.toFloatArray()));
            }
        }
    }

    private Side side(Features features, float[] centre) {
        int d = features.dimension();
        float[] rows = new float[features.rows().length];
        double[] squares = new double[features.count()];
        for (int i = 0; i < squares.length; i++) {
            double square = 0;
            for (int c = 0; c < d; c++) {
                float value = (float) (((double) features.rows()[i * d + c] - centre[c]) * scale);
                rows[i * d + c] = value;
                square += (double) value * value;
            }
            squares[i] = square;
        }
        return new Side(features, manager.create(rows, new Shape(squares.length, d)), squares);
    }

    private static double largest(Features features, float[] centre) {
        int d = features.dimension();
        double largest = 0;
        for (int i = 0; i < features.count(); i++) {
            for (int c = 0; c < d; c++) {
                largest =
                        Math.max(
                                largest, Math.abs((double) features.rows()[i * d + c] - centre[c]));
            }
        }
        return largest;
    }

    /** A median of some rows, number by number, so that no outlier moves it. */
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
