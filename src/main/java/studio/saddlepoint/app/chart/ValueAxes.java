package studio.saddlepoint.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.LogTick;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * Axes of values, with round numbers as far apart as they can be read: few in a low chart, more in
 * a high one.
 */
final class ValueAxes {
  /** From one number to the next, in window units. */
  private static final double APART = 26;

  /** Where that leaves fewer than two numbers, they may be as close as this. */
  private static final double CLOSEST = 14;

  /** Decades from one number to the next. */
  private static final int[] STRIDES = {1, 2, 3, 5, 10, 20, 50, 100, 200};

  /** Numbers within a decade, many first. */
  private static final List<int[]> WITHIN = List.of(new int[] {1, 2, 5}, new int[] {1, 3});

  private static final double ROUNDING = 1e-9;

  private ValueAxes() {}

  /**
   * A linear axis.
   *
   * @param height of the curves in window units
   */
  static NumberAxis linear(AxisRange shown, double height) {
    NumberAxis axis = new NumberAxis();
    axis.setRange(shown.low(), shown.high());
    axis.setTickUnit(new NumberTickUnit(step(shown, height)), false, true);
    axis.setNumberFormatOverride(ValueFormat.of(shown));
    return axis;
  }

  /** A logarithmic axis between two positive values. */
  static LogAxis logarithmic(double low, double high) {
    LogAxis axis = new Decades();
    axis.setRange(low, high);
    axis.setNumberFormatOverride(new RoundedFormat());
    return axis;
  }

  /** The numbers of a linear axis. */
  static List<Double> ticks(NumberAxis axis) {
    return multiples(axis.getTickUnit().getSize(), axis.getLowerBound(), axis.getUpperBound());
  }

  /** 1, 2 or 5 times a power of ten. */
  static double step(AxisRange shown, double height) {
    double room = Math.max(APART, height);
    double step = PlotPainter.round(APART / room * shown.length());
    double closest = CLOSEST / room * shown.length();
    int numbers = multiples(step, shown.low(), shown.high()).size();
    while (numbers == 0 || numbers == 1 && PlotPainter.round(step / 2.5) >= closest) {
      step = PlotPainter.round(step / 2.5);
      numbers = multiples(step, shown.low(), shown.high()).size();
    }
    return step;
  }

  private static List<Double> multiples(double step, double low, double high) {
    List<Double> found = new ArrayList<>();
    double first = Math.ceil(low / step - ROUNDING);
    double last = Math.floor(high / step + ROUNDING);
    for (double i = first; i <= last && found.size() < 100; i++) {
      found.add(i * step);
    }
    return found;
  }

  /** The numbers of a logarithmic axis: the most that can be read of those that are usual. */
  static List<Double> ticks(double low, double high, double height) {
    double decades = Math.log10(high / low);
    if (decades < 1) {
      AxisRange shown = new AxisRange(low, high);
      return multiples(step(shown, height), low, high);
    }
    int from = (int) Math.floor(Math.log10(low));
    int to = (int) Math.ceil(Math.log10(high));
    for (int[] each : WITHIN) {
      double closest = Math.log10((double) each[1] / each[0]);
      if (closest * height / decades >= CLOSEST) {
        List<Double> found = new ArrayList<>();
        for (int power = from; power <= to; power++) {
          for (int digit : each) {
            add(digit * Math.pow(10, power), low, high, found);
          }
        }
        return found;
      }
    }
    for (int stride : STRIDES) {
      if (stride * height / decades >= CLOSEST) {
        List<Double> found = new ArrayList<>();
        for (int power = from; power <= to; power++) {
          if (Math.floorMod(power, stride) == 0) {
            add(Math.pow(10, power), low, high, found);
          }
        }
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of(Math.pow(10, to - 1));
  }

  private static void add(double value, double low, double high, List<Double> to) {
    if (value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING)) {
      to.add(value);
    }
  }

  /** Numbers such as 0.5, 1, 2, 5 in place of JFreeChart's equal shares of a decade. */
  private static final class Decades extends LogAxis {
    private static final long serialVersionUID = 1L;

    @Override
    protected List<LogTick> refreshTicksVertical(
        Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
      TextAnchor anchor =
          edge == RectangleEdge.RIGHT ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT;
      return ticks(getLowerBound(), getUpperBound(), area.getHeight()).stream()
          .map(each -> new LogTick(TickType.MAJOR, each, createTickLabel(each), anchor))
          .toList();
    }
  }
}
