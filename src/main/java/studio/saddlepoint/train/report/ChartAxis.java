package studio.saddlepoint.train.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.core.English;

/**
 * A range of an axis with round numbers.
 *
 * @param low where it begins; above 0 where it is logarithmic
 * @param high where it ends, above its beginning
 * @param log whether it is logarithmic
 * @param ticks values that are written, from low to high
 */
record ChartAxis(double low, double high, boolean log, List<Double> ticks) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** An axis that begins and ends at round numbers around a range. */
  static ChartAxis around(double least, double most, int ticks) {
    double low = least;
    double high = most;
    if (!(high > low)) {
      double half = low == 0 ? 1 : Math.abs(low) / 10;
      low -= half;
      high += half;
    }
    double step = step((high - low) / ticks);
    return between(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  /** An axis of exactly this range. */
  static ChartAxis of(double low, double high, int ticks) {
    return between(low, high, step((high - low) / ticks));
  }

  /** A logarithmic axis of whole powers of ten around a range above 0. */
  static ChartAxis logarithmic(double least, double most) {
    int first = (int) Math.floor(Math.log10(least));
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(most)));
    int every = (last - first + 5) / 6;
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      ticks.add(Math.pow(10, power));
    }
    return new ChartAxis(Math.pow(10, first), Math.pow(10, last), true, ticks);
  }

  private static double step(double about) {
    double power = Math.pow(10, Math.floor(Math.log10(about)));
    for (double each : ROUND) {
      if (each * power >= about * (1 - 1e-9)) {
        return each * power;
      }
    }
    return 10 * power;
  }

  private static ChartAxis between(double low, double high, double step) {
    List<Double> ticks = new ArrayList<>();
    for (long i = Math.round(Math.ceil(low / step - 1e-9)); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return new ChartAxis(low, high, false, ticks);
  }

  /** Where a value is, 0 at the beginning and 1 at the end; within this where it is beyond. */
  double place(double value) {
    double share =
        log
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return Math.max(0, Math.min(1, share));
  }

  /** A tick's number. */
  String text(double tick) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (log || size < 1e-3) {
      return tick == 0 ? "0" : short10(tick);
    }
    if (size >= 10_000) {
      return tick == 0 ? "0" : brief(tick);
    }
    double step = ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : size;
    int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    if (digits > 0 && step * Math.pow(10, digits) % 1 > 1e-6) {
      digits++; // steps of 2.5
    }
    return English.of("%,." + Math.min(digits, 6) + "f", tick + 0.0);
  }

  /** Such as {@code 50 k}. */
  private static String brief(double tick) {
    boolean millions = Math.abs(tick) >= 1e6;
    return String.format(Locale.ROOT, "%.3g", tick / (millions ? 1e6 : 1e3))
            .replaceFirst("\\.?0+$", "")
            .replaceFirst("^$", "0")
        + (millions ? " M" : " k");
  }

  private static String short10(double tick) {
    double magnitude = Math.abs(tick);
    return magnitude >= 0.01 && magnitude < 10_000
        ? new java.math.BigDecimal(tick)
            .round(new java.math.MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        : String.format(Locale.ROOT, "%.0e", tick).replace("e-0", "e-").replace("e+0", "e");
  }
}
