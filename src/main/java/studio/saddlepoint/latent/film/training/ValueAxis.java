package studio.saddlepoint.latent.film.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values that a chart shows.
 *
 * @param low its lower end
 * @param high its upper end, above that
 */
record ValueAxis(double low, double high) {
  /** So many of a hundred values are seen; single ones beyond would flatten all others. */
  private static final double SEEN = 0.99;

  private static final double AIR = 0.08;
  private static final int LINES = 3;

  /** The axis of some curves. */
  static ValueAxis of(List<LossCurve> curves) {
    double[] all = curves.stream().flatMapToDouble(each -> Arrays.stream(each.losses())).toArray();
    if (all.length == 0) {
      return new ValueAxis(0, 1);
    }
    Arrays.sort(all);
    int cut = (int) (all.length * (1 - SEEN) / 2);
    double low = all[cut];
    double high = all[all.length - 1 - cut];
    double air = high > low ? AIR * (high - low) : Math.max(1e-6, Math.abs(high) * 0.1);
    return new ValueAxis(low - air, high + air);
  }

  /** The place of a value, 0 at the lower end to 1; what is beyond stays at the end. */
  double place(double value) {
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  /** Round values for lines across. */
  List<Double> lines() {
    double rough = (high - low) / LINES;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
    List<Double> lines = new ArrayList<>();
    for (double line = Math.ceil(low / step) * step; line <= high; line += step) {
      lines.add(Math.abs(line) < step / 1e6 ? 0.0 : line);
    }
    return lines;
  }

  /** A value of {@link #lines()} in short. */
  static String text(double value) {
    String digits = String.format(java.util.Locale.ROOT, "%.4g", value);
    return digits.contains("e")
        ? digits
        : new java.math.BigDecimal(digits).stripTrailingZeros().toPlainString();
  }
}
