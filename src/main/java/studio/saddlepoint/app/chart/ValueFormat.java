package studio.saddlepoint.app.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Values on an axis, short: 0.25, 12, 3.5k, 1.2M, 2.5e-5. */
public final class ValueFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;

  /** More digits are rounding. */
  private static final int MOST_DECIMALS = 11;

  /** About how many ticks an axis has. */
  private static final double TICKS = 10;

  /** Below this share of a tick a value is a zero that was missed by rounding. */
  private static final double MISSED = 1e-6;

  private final double zero;
  private final double tick;

  /** For values of any size: below 1e-12 they are zero. */
  public ValueFormat() {
    this(1e-12, Double.POSITIVE_INFINITY);
  }

  private ValueFormat(double zero, double tick) {
    this.zero = zero;
    this.tick = tick;
  }

  /** For an axis, with the digits that tell its ticks apart. */
  public static ValueFormat of(AxisRange axis) {
    double tick = axis.length() / TICKS;
    return new ValueFormat(MISSED * tick, tick);
  }

  /** For a logarithmic axis, on which nothing is zero. */
  static ValueFormat logarithmic() {
    return new ValueFormat(0, Double.POSITIVE_INFINITY);
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    double magnitude = Math.abs(number);
    if (magnitude <= zero) {
      return to.append('0');
    }
    if (magnitude >= 1e9 || magnitude < 1e-3) {
      double unit = Math.pow(10, Math.floor(Math.log10(magnitude)));
      String[] parts =
          String.format(Locale.ROOT, "%." + decimals(unit, 2) + "e", number).split("e");
      return to.append(trimmed(parts[0])).append('e').append(Integer.parseInt(parts[1]));
    }
    if (magnitude >= 1e6) {
      return to.append(digits(number, 1e6, 2)).append('M');
    }
    return magnitude >= 1e3
        ? to.append(digits(number, 1e3, 2)).append('k')
        : to.append(digits(number, 1, 3));
  }

  private String digits(double number, double unit, int usual) {
    return trimmed(String.format(Locale.ROOT, "%." + decimals(unit, usual) + "f", number / unit));
  }

  /** As many as usual, or as it takes to tell neighbouring ticks apart. */
  private int decimals(double unit, int usual) {
    double needed = Math.ceil(-Math.log10(tick / unit));
    return (int) Math.min(MOST_DECIMALS, Math.max(usual, needed));
  }

  /** Without zeros at the end of a fraction. */
  private static String trimmed(String digits) {
    return digits.indexOf('.') < 0 ? digits : digits.replaceFirst("\\.?0+$", "");
  }

  @Override
  public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
    return format((double) number, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("for showing only");
  }
}
