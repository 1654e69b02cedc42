package studio.saddlepoint.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import studio.saddlepoint.run.curve.Points;

/** Curves with their band from the smallest to the largest value, as JFreeChart wants them. */
final class CurveData extends AbstractIntervalXYDataset implements IntervalXYDataset {
  private static final long serialVersionUID = 1L;
  private static final double OUTLIERS = 0.02;

  private static final Curve NOTHING =
      new Curve(new double[0], new double[0], new double[0], new double[0]);

  private final transient List<Curve> curves = new ArrayList<>();

  private record Curve(double[] steps, double[] values, double[] lows, double[] highs) {}

  /** What the value axis has to show. */
  record Range(double low, double high) {}

  /**
   * Adds a curve.
   *
   * @param points its steps and band
   * @param at where its steps lie
   * @param values what its line shows
   * @param positive whether values that are not above 0 have no place (logarithmic axis): the line
   *     has a gap there, and the band goes down to the least that has one
   * @return its index
   */
  int add(Points points, double[] at, double[] values, boolean positive) {
    double[] line = bounded(values);
    double[] lows = bounded(points.lows());
    double[] highs = bounded(points.highs());
    if (positive) {
      double least = Math.min(least(line), Math.min(least(lows), least(highs)));
      Arrays.setAll(line, i -> AxisRange.hasLogarithm(line[i]) ? line[i] : Double.NaN);
      Arrays.setAll(lows, i -> Math.max(least, lows[i]));
      Arrays.setAll(highs, i -> Math.max(least, highs[i]));
      if (Double.isInfinite(least)) {
        curves.add(NOTHING);
        return curves.size() - 1;
      }
    }
    curves.add(new Curve(at, line, lows, highs));
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
      }
      for (double value : curve.values) {
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
    }
    return low <= high ? new Range(low, high) : new Range(0, 1);
  }

  private static double[] bounded(double[] values) {
    return Arrays.stream(values).map(AxisRange::bounded).toArray();
  }

  /** The smallest value that has a logarithm; infinite where there is none. */
  private static double least(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = AxisRange.hasLogarithm(value) ? Math.min(least, value) : least;
    }
    return least;
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
