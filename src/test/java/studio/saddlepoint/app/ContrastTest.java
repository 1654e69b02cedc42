package studio.saddlepoint.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.saddlepoint.core.English;

/**
 * Texts can be read: WCAG 2.1, 1.4.3 asks for a contrast of 4.5 to 1. Looked at are all colours
 * that our style sheets give to texts, on the ground that the same rule has, or else on every
 * ground that pages and cards have; and those of AtlantaFX's buttons, fields and lists.
 */
class ContrastTest {
  private static final double LEAST = 4.5;

  /** Pages, cards, what lies over them, and insets. */
  private static final List<String> GROUNDS =
      List.of("-color-bg-default", "-color-bg-overlay", "-color-bg-subtle", "-color-bg-inset");

  /** Texts of AtlantaFX on their grounds. */
  private static final List<List<String>> OF_THE_THEME =
      List.of(
          List.of("-color-fg-default", "-color-bg-default"),
          List.of("-color-fg-default", "-color-bg-subtle"),
          List.of("-color-fg-default", "-color-accent-subtle"),
          List.of("-color-fg-emphasis", "-color-accent-emphasis"),
          List.of("-color-fg-subtle", "-color-bg-default"),
          List.of("-color-accent-fg", "-color-bg-default"));

  private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)\\}");
  private static final Pattern SETTING = Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*([^;]+)");

  private final List<String> low = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everyTextCanBeReadInBothThemes(Theme theme) throws IOException {
    Map<String, String> colours = new LinkedHashMap<>();
    try (InputStream in =
        Objects.requireNonNull(
            Theme.class.getResourceAsStream(theme.styleSheet()), theme.styleSheet())) {
      take(new String(in.readAllBytes(), StandardCharsets.UTF_8), ".root", colours);
    }
    List<String> sheets = new ArrayList<>();
    for (String name : List.of("studio.css", "pages.css")) {
      sheets.add(Files.readString(Path.of("assets", "css", name)));
    }
    for (String sheet : sheets) {
      take(sheet, ".studio", colours);
      take(sheet, "." + theme.styleClass(), colours);
    }
    assertFalse(colours.isEmpty());
    OF_THE_THEME.forEach(pair -> check("theme", pair.get(0), pair.get(1), colours));
    int seen = 0;
    for (String sheet : sheets) {
      Matcher rule = RULE.matcher(withoutComments(sheet));
      while (rule.find()) {
        Map<String, String> settings = settings(rule.group(2));
        String text = settings.get("-fx-text-fill");
        if (text != null) {
          seen++;
          String own = settings.getOrDefault("-fx-background-color", "transparent");
          List<String> grounds = own.equals("transparent") ? GROUNDS : List.of(own);
          for (String ground : grounds) {
            check(rule.group(1).strip(), text, ground, colours);
          }
        }
      }
    }
    assertFalse(seen < 20, "the style sheets give " + seen + " texts a colour");
    assertEquals(List.of(), low);
  }

  private static String withoutComments(String sheet) {
    return sheet.replaceAll("(?s)/\\*.*?\\*/", "");
  }

  private static Map<String, String> settings(String block) {
    Map<String, String> settings = new LinkedHashMap<>();
    Matcher setting = SETTING.matcher(block);
    while (setting.find()) {
      settings.put(setting.group(1), setting.group(2).strip());
    }
    return settings;
  }

  private static void take(String sheet, String selector, Map<String, String> colours) {
    Matcher rule = RULE.matcher(withoutComments(sheet));
    while (rule.find()) {
      for (String each : rule.group(1).split(",")) {
        if (each.strip().equals(selector)) {
          colours.putAll(settings(rule.group(2)));
        }
      }
    }
  }

  private void check(String where, String text, String ground, Map<String, String> colours) {
    Optional<Color> front = colour(text, colours);
    Optional<Color> back = colour(ground, colours);
    if (front.isEmpty() || back.isEmpty()) {
      low.add(where + ": " + text + " on " + ground + " is no colour that is known");
      return;
    }
    Color page = colour("-color-bg-default", colours).orElseThrow();
    Color under = over(back.get(), page);
    double contrast = contrast(over(front.get(), under), under);
    if (contrast < LEAST) {
      low.add(English.of("%s: %s on %s has %.2f", where, text, ground, contrast));
    }
  }

  private static Optional<Color> colour(String name, Map<String, String> colours) {
    String at = name;
    for (int i = 0; i < 20 && at.startsWith("-"); i++) {
      at = colours.getOrDefault(at, "");
    }
    try {
      return at.isEmpty() ? Optional.empty() : Optional.of(Color.web(at));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Color over(Color front, Color back) {
    double share = front.getOpacity();
    return Color.color(
        share * front.getRed() + (1 - share) * back.getRed(),
        share * front.getGreen() + (1 - share) * back.getGreen(),
        share * front.getBlue() + (1 - share) * back.getBlue());
  }

  /** WCAG 2.1: of the lighter to the darker, by relative luminance. */
  private static double contrast(Color a, Color b) {
    double first = luminance(a) + 0.05;
    double second = luminance(b) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
