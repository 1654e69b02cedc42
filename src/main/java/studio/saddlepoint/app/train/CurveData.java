package studio.saddlepoint.app.train;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import studio.saddlepoint.app.Series.Points;

/** Curves with their band from the smallest to the largest value, as JFreeChart wants them. */
final class CurveData extends AbstractIntervalXYDataset implements IntervalXYDataset {
    private static final long serialVersionUID = 1L;
    private static final double OUTLIERS = 0.02;

    private final transient List<Curve> curves = new ArrayList<>();

    private record Curve(double[] steps, double[] values, double[] lows, double[] highs) {}

    /** What the value axis has to show. */
    record Range(double low, double high) {}

    /**
     * Adds a curve.
     *
     * @param points its steps and band
     * @param values what its line shows
     * @param positive whether values that are not above 0 cannot be drawn (logarithmic axis)
     * @return its index
     */
    int add(Points points, double[] values, boolean positive) {
        curves.add(
                positive
                        ? new Curve(
                                points.steps(),
                                above(values),
                                above(points.lows()),
                                above(points.highs()))
                        : new Curve(points.steps(), values, points.lows(), points.highs()));
        return curves.size() - 1;
    }

    /** The range of all lines, and of the bands but for their outliers. */
    Range range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            if (curve.values.length > 0) {
                low = Math.min(low, Curves.quantile(curve.lows, OUTLIERS));
                high = Math.max(high, Curves.quantile(curve.highs, 1 - OUTLIERS));
                low = Math.min(low, Curves.quantile(curve.values, 0));
                high = Math.max(high, Curves.quantile(curve.values, 1));
            }
        }
        return low <= high ? new Range(low, high) : new Range(0, 1);
    }

    private static double[] above(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = value > 0 ? Math.min(least, value) : least;
        }
        double[] positive = values.clone();
        for (int i = 0; i < positive.length; i++) {
            positive[i] = positive[i] > 0 ? positive[i] : Double.isInfinite(least) ? 1e-8 : least;
        }
        return positive;
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).steps.length;
    }

    @Override
    public Number getX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getY(int series, int item) {
        return getYValue(series, item);
    }

    @Override
    public Number getStartX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getEndX(int series, int item) {
        return getXValue(series, item);
    }

    @Override
    public Number getStartY(int series, int item) {
        return getStartYValue(series, item);
    }

    @Override
    public Number getEndY(int series, int item) {
        return getEndYValue(series, item);
    }

    @Override
    public double getXValue(int series, int item) {
        return curves.get(series).steps[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return curves.get(series).values[item];
    }

    @Override
    public double getStartYValue(int series, int item) {
        return curves.get(series).lows[item];
    }

    @Override
    public double getEndYValue(int series, int item) {
        return curves.get(series).highs[item];
    }
}
