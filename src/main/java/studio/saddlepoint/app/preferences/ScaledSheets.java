package studio.saddlepoint.app.preferences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * Style sheets with all sizes of texts multiplied, and with them those of icons and the heights of
 * what holds a text. Widths grow half as much, for a window has less of them to give: texts wrap
 * earlier. The sheets themselves stay in pixels: JavaFX multiplies {@code em} again with every
 * level of nesting, so that one number would mean many sizes.
 */
public final class ScaledSheets {
  private static final Pattern SIZE =
      Pattern.compile(
          "(-fx-(?:font-size|icon-size|size|(?:min|pref|max)-(?:width|height))\\s*:\\s*)(\\d+(?:\\.\\d+)?)((?:px)?\\s*[;}])");

  /** Least widths from here on are those of panels, which have to share the window. */
  private static final double PANEL = 250;

  /** What AtlantaFX gives in pixels; first, so that the studio's own sheets come after. */
  private static final String BASE =
      ".ikonli-font-icon { -fx-icon-size: 18px; }\n.tooltip, .text-input .context-menu { -fx-font-size: 14px; }\n";

  private ScaledSheets() {}

  /**
   * Puts sheets at the end of a list and keeps them in the size that is preferred.
   *
   * @param list of a scene or a parent
   * @param size in which they are to be
   * @param sheets their addresses
   */
  public static void follow(
      ObservableList<String> list, ObservableValue<TextSize> size, String... sheets) {
    list.addAll(of(size.getValue(), sheets));
    size.addListener(
        (property, old, now) -> {
          List<String> before = of(old, sheets);
          List<String> after = of(now, sheets);
          List<String> all = new ArrayList<>(list);
          all.replaceAll(each -> before.contains(each) ? after.get(before.indexOf(each)) : each);
          list.setAll(all); // at once: everything is styled anew by each change
        });
  }

  private static List<String> of(TextSize size, String... sheets) {
    return IntStream.range(0, sheets.length)
        .mapToObj(i -> of(i == 0 ? BASE : "", sheets[i], size))
        .toList();
  }

  private static String of(String base, String sheet, TextSize size) {
    if (size == TextSize.USUAL) {
      return sheet;
    }
    byte[] text = scaled(base + read(sheet), size.factor()).getBytes(StandardCharsets.UTF_8);
    return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(text);
  }

  /** A sheet's text with its sizes multiplied, to a tenth of a pixel. */
  static String scaled(String css, double factor) {
    Matcher matcher = SIZE.matcher(css);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group(1)
                    + String.format(
                        Locale.ROOT,
                        "%.1f",
                        Double.parseDouble(found.group(2)) * growth(found, factor))
                    + found.group(3)));
  }

  private static double growth(MatchResult size, double factor) {
    if (!size.group(1).contains("-width")) {
      return factor;
    }
    boolean panel = size.group(1).contains("min") && Double.parseDouble(size.group(2)) >= PANEL;
    return panel ? 1 : (1 + factor) / 2;
  }

  private static String read(String sheet) {
    try (InputStream in = URI.create(sheet).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
