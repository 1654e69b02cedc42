package studio.saddlepoint.core;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts for people, which are English whatever the language of the system: its digits, decimal
 * commas and letters without a dot have no place between English words. What a program reads back
 * (ids, names of files, JSON, CSV) is formatted with {@link Locale#ROOT} instead.
 */
public final class English {
  private English() {}

  /**
   * Puts values into a text; what others wrote of them is escaped ({@link Escapes}).
   *
   * @param format as of {@link java.util.Formatter}
   * @param values for its specifiers
   * @throws java.util.IllegalFormatException if the two do not fit
   */
  public static String of(String format, Object... values) {
    return String.format(
        Locale.ENGLISH, format, Arrays.stream(values).map(English::shown).toArray());
  }

  /**
   * A number of things, such as {@code 1 file} or {@code 1,024 files}.
   *
   * @param one the word for one of them; an s makes it several
   */
  public static String count(long number, String one) {
    return of("%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  /** A number of which only its size matters: {@code 9,999}, {@code 76.8 k}, {@code 1.2 M}. */
  public static String brief(long number) {
    if (Math.abs(number) < 10_000) {
      return of("%,d", number);
    }
    double thousands = number / 1e3;
    if (Math.abs(thousands) < 999.95) {
      return of("%.1f k", thousands);
    }
    double millions = number / 1e6;
    return Math.abs(millions) < 999.95 ? of("%.1f M", millions) : of("%,.1f G", number / 1e9);
  }

  /** The size of a file, such as {@code 4 kB} or {@code 96 MB}; rounded up. */
  public static String size(long bytes) {
    return bytes < 1_000_000
        ? of("%,.0f kB", Math.ceil(bytes / 1e3))
        : of("%,.0f MB", Math.ceil(bytes / 1e6));
  }

  /** A measured value with four significant digits, such as {@code 0.6931}. */
  public static String value(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e5 || magnitude > 0 && magnitude < 1e-3) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int digits = magnitude >= 1000 ? 0 : magnitude >= 100 ? 1 : magnitude >= 10 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return value == null ? null : Escapes.shown(value);
  }
}
