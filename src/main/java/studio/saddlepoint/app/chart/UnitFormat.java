package studio.saddlepoint.app.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/** Numbers with a unit behind them: {@code 1.5 h}. */
final class UnitFormat extends NumberFormat {
  private static final long serialVersionUID = 1L;

  private final NumberFormat inner;
  private final String unit;

  UnitFormat(NumberFormat inner, String unit) {
    this.inner = inner;
    this.unit = unit;
  }

  @Override
  public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
    return inner.format(number, to, position).append(unit);
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
