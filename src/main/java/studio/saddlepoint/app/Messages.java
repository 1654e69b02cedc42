package studio.saddlepoint.app;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import studio.saddlepoint.core.Escapes;

/** The texts of the window, all from one resource bundle. */
public final class Messages {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("studio.saddlepoint.app.messages", Locale.ROOT);

  private Messages() {}

  /** Whether there is a text of this key. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /**
   * A text for a person.
   *
   * @param key its key in {@code messages.properties}
   * @param arguments what to put in place of {@code {0}}, {@code {1}}, ...; with arguments a single
   *     quote is written twice in the bundle ({@link MessageFormat}); what others wrote of them is
   *     escaped ({@link Escapes})
   */
  public static String text(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT)
            .format(Arrays.stream(arguments).map(Escapes::shown).toArray());
  }
}
