package studio.saddlepoint.app.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Exponents of 2 on an axis, told as the powers: 10 is 1,024. */
final class PowerFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;

  private final StepFormat inner = new StepFormat();

  @Override
  public StringBuffer format(double exponent, StringBuffer to, FieldPosition position) {
    return inner.format(Math.pow(2, exponent), to, position);
  }

  @Override
  public StringBuffer format(long exponent, StringBuffer to, FieldPosition position) {
    return format((double) exponent, to, position);
  }

  @Override
  public Number parse(String source, ParsePosition position) {
    throw new UnsupportedOperationException("for showing only");
  }
}
