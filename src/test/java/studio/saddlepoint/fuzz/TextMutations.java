package studio.saddlepoint.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes JSON and other texts by their words, as careless hands and other programs do. */
final class TextMutations {
  private static final int MOST_CHANGES = 3;
  private static final int DEEP = 20_000;
  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|-?[0-9][0-9.eE+-]*|true|false|null|[\\[\\]{}:,=\\n]");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0.0",
          "1e999",
          "-1e999",
          "1e-999",
          "1e999999999",
          "NaN",
          "Infinity",
          "9223372036854775808",
          "-9223372036854775809",
          "2147483648",
          "0.1",
          "9".repeat(5000),
          "0." + "1".repeat(5000),
          "\"\"",
          "\"NaN\"",
          "\"x\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"../../x\"",
          "\"\u0661\u0662\"",
          "\"" + "x".repeat(3000) + "\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":null}",
          "[".repeat(DEEP),
          "[".repeat(DEEP) + "]".repeat(DEEP),
          "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
          ",",
          ":",
          "\"",
          "\\u12",
          "");

  private TextMutations() {}

  /** One of some texts with one to three words changed; one in four has changed bytes as well. */
  static byte[] of(List<byte[]> seeds, SplittableRandom random) {
    String text = new String(Mutations.pick(seeds, random), StandardCharsets.UTF_8);
    for (int left = Mutations.changes(MOST_CHANGES, random); left > 0; left--) {
      text = changed(text, random);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(4) == 0 ? Mutations.of(List.of(bytes), random) : bytes;
  }

  private static String changed(String text, SplittableRandom random) {
    switch (random.nextInt(12)) {
      case 0:
        return "\ufeff" + text;
      case 1:
        return text.replace("\n", "\r\n");
      case 2:
        return text + Mutations.pick(VALUES, random);
      case 3:
        return text + text;
      default:
        break;
    }
    List<MatchResult> words = WORD.matcher(text).results().toList();
    if (words.isEmpty()) {
      return Mutations.pick(VALUES, random);
    }
    MatchResult word = Mutations.pick(words, random);
    MatchResult other = Mutations.pick(words, random);
    String before = text.substring(0, word.start());
    String after = text.substring(word.end());
    return switch (random.nextInt(6)) {
      case 0 -> before + after;
      case 1 -> before + word.group() + word.group() + after;
      case 2 -> before + other.group() + after;
      case 3 -> // what lies between two words twice: keys that are there again
          word.start() < other.start()
              ? text.substring(0, other.start()) + text.substring(word.start())
              : before + "\0" + after;
      default -> before + Mutations.pick(VALUES, random) + after;
    };
  }
}
