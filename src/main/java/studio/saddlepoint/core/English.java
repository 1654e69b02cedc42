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

  private static @Nullable Object shown(@Nullable Object value) {
    return value == null ? null : Escapes.shown(value);
  }
}
