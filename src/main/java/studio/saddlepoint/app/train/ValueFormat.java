package studio.saddlepoint.app.train;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Values on an axis, short: 0.25, 12, 3.5k, 1.2M, 2.5e-5. */
public final class ValueFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        double magnitude = Math.abs(number);
        if (magnitude < 1e-12) {
            return to.append('0');
        }
        if (magnitude >= 1e9 || magnitude < 1e-3) {
            String[] parts = String.format(Locale.ROOT, "%.2e", number).split("e");
            return to.append(trimmed(parts[0])).append('e').append(Integer.parseInt(parts[1]));
        }
        if (magnitude >= 1e6) {
            return to.append(trimmed(String.format(Locale.ROOT, "%.2f", number / 1e6))).append('M');
        }
        if (magnitude >= 1e3) {
            return to.append(trimmed(String.format(Locale.ROOT, "%.2f", number / 1e3))).append('k');
        }
        return to.append(trimmed(String.format(Locale.ROOT, "%.3f", number)));
    }

    /** Without zeros at the end of a fraction. */
    private static String trimmed(String digits) {
        return digits.replaceFirst("\\.?0+$", "");
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
