package studio.saddlepoint.app.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Values on a logarithmic axis, to two digits: 1.585 is 1.6. */
final class RoundedFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private final ValueFormat inner = ValueFormat.logarithmic();

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    return Double.isFinite(number)
        ? inner.format(new BigDecimal(number).round(TWO_DIGITS).doubleValue(), to, position)
        : to;
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
