package studio.saddlepoint.app.train;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Values on an axis, short: 0.25, 12, 3.5k, 1e-5. */
final class ValueFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        double magnitude = Math.abs(number);
        if (magnitude < 1e-12) {
            return to.append('0');
        }
        if (magnitude >= 1e6 || magnitude < 1e-3) {
            return to.append(
                    String.format(Locale.ROOT, "%.0e", number)
                            .replace("e+0", "e")
                            .replace("e-0", "e-")
                            .replace("e+", "e"));
        }
        if (magnitude >= 1e3) {
            String digits = String.format(Locale.ROOT, "%.2f", number / 1e3);
            return to.append(digits.replaceFirst("\\.?0+$", "")).append('k');
        }
        return to.append(String.format(Locale.ROOT, "%.3f", number).replaceFirst("\\.?0+$", ""));
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
