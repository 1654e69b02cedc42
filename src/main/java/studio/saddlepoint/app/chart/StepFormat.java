package studio.saddlepoint.app.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Steps on an axis: 900, 12k, 1.5M. */
final class StepFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    double magnitude = Math.abs(number);
    if (magnitude < 10_000) {
      return to.append(String.format(Locale.ROOT, "%,.0f", number));
    }
    boolean millions = magnitude >= 1e6;
    String digits = String.format(Locale.ROOT, "%.2f", number / (millions ? 1e6 : 1e3));
    return to.append(digits.replaceFirst("\\.?0+$", "")).append(millions ? "M" : "k");
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
