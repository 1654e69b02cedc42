package studio.saddlepoint.metrics;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import studio.saddlepoint.torch.Arrays;
import studio.saddlepoint.torch.Autograd;
import studio.saddlepoint.torch.Ops;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Real statistics prepared for many Fréchet distances to them: their covariance is factored once.
 * Works on the CPU in float64, by the arithmetic of {@link FrechetDistance}.
 */
final class FrechetReference implements AutoCloseable {
    private final FeatureStatistics real;
    private final NDManager manager;
    private final NDArray factor;

    FrechetReference(FeatureStatistics real) {
        this.real = real;
        this.manager = TorchEngine.manager(Device.cpu());
        int d = real.dimension();
        this.factor =
                Autograd.without(
                        () ->
                                Arrays.outsideScopes(
                                        () ->
                                                FrechetDistance.factor(
                                                                manager.create(
                                                                        real.covariance(),
                                                                        new Shape(d, d)),
                                                                real.count())
                                                        .duplicate()));
    }

    /** The distance of statistics, never negative. */
    double distance(FeatureStatistics other) {
        if (real.sameNumbers(other)) {
            return 0;
        }
        int d = real.dimension();
        double sum = FrechetDistance.meansAndTraces(real, other);
        double root =
                factor.getShape().get(1) == 0
                        ? 0
                        : Autograd.without(
                                () ->
                                        Arrays.scoped(
                                                () ->
                                                        FrechetDistance.traceOfRoot(
                                                                factor,
                                                                manager.create(
                                                                        other.covariance(),
                                                                        new Shape(d, d)))));
        return Math.max(0, sum - 2 * root);
    }

    /** Rows prepared for {@link Rows#distance}. */
    Rows rows(Features features) {
        return new Rows(features);
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Features of which some may be counted several times, others not at all. */
    final class Rows implements AutoCloseable {
        private final int count;
        private final NDManager own = TorchEngine.manager(Device.cpu());
        private final NDArray centred;
        private final NDArray turned;
        private final double[] squares;

        private Rows(Features features) {
            int d = real.dimension();
            this.count = features.count();
            this.squares = new double[count];
            double[] values = new double[features.rows().length];
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < d; c++) {
                    double value = features.rows()[i * d + c] - real.mean()[c];
                    values[i * d + c] = value;
                    squares[i] += value * value;
                }
            }
            this.centred = Arrays.outsideScopes(() -> own.create(values, new Shape(count, d)));
            this.turned =
                    Autograd.without(() -> Arrays.outsideScopes(() -> centred.matMul(factor)));
        }

        /**
         * The distance of these rows.
         *
         * @param times how often each row counts, {@code (N)}
         */
        double distance(int[] times) {
            return Autograd.without(() -> Arrays.scoped(() -> weighted(times)));
        }

        private double weighted(int[] times) {
            double n = 0;
            double traces = 0;
            double[] weights = new double[count];
            double[] roots = new double[count];
            for (int i = 0; i < count; i++) {
                n += times[i];
                traces += times[i] * squares[i];
                weights[i] = times[i];
                roots[i] = Math.sqrt(times[i]);
            }
            NDArray weight = own.create(weights, new Shape(1, count)).div(n);
            double means = 0;
            for (double each : weight.matMul(centred).toDoubleArray()) {
                means += each * each;
            }
            double trace = (traces - n * means) / (n - 1);
            NDArray rows =
                    turned.sub(weight.matMul(turned)).mul(own.create(roots, new Shape(count, 1)));
            NDArray other = rows.transpose();
            NDArray gram = count < rows.getShape().get(1) ? rows.matMul(other) : other.matMul(rows);
            double root = 0;
            for (double value : Ops.symmetricEigenvalues(gram).toDoubleArray()) {
                root += Math.sqrt(Math.max(0, value) / (n - 1));
            }
            return Math.max(0, means + traceOf(real) + trace - 2 * root);
        }

        @Override
        public void close() {
            own.close();
        }
    }

    private static double traceOf(FeatureStatistics statistics) {
        int d = statistics.dimension();
        double trace = 0;
        for (int i = 0; i < d; i++) {
            trace += statistics.covariance()[i * d + i];
        }
        return trace;
    }
}
