package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("studio.saddlepoint.app.messages", Locale.ROOT);
  private static final Pattern PLACE = Pattern.compile("\\{\\d");
  private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?!')");

  @Test
  void onlyTextsWithPlacesForValuesWriteTheirQuotesTwice() {
    List<String> wrong =
        BUNDLE.keySet().stream()
            .filter(
                key -> {
                  String text = BUNDLE.getString(key);
                  return PLACE.matcher(text).find()
                      ? SINGLE_QUOTE.matcher(text).find()
                      : text.contains("''");
                })
            .sorted()
            .toList();
    assertEquals(List.of(), wrong);
  }
}
