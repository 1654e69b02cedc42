package studio.saddlepoint.core;

import java.util.Locale;

/**
 * Texts for people, which are English whatever the language of the system: its digits, decimal
 * commas and letters without a dot have no place between English words. What a program reads back
 * (ids, names of files, JSON, CSV) is formatted with {@link Locale#ROOT} instead.
 */
public final class English {
    private English() {}

    /**
     * Puts values into a text.
     *
     * @param format as of {@link java.util.Formatter}
     * @param values for its specifiers
     * @throws java.util.IllegalFormatException if the two do not fit
     */
    public static String of(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
