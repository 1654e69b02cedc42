package studio.saddlepoint.run.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads events, those of steps several times faster than a JSON parser: a log holds a line for
 * every step, all of the same form. What has another form goes to {@link EventJson}. For one
 * thread.
 */
final class ScalarsReader {
  private static final String BEGIN = "{\"type\":\"scalars\",\"time\":\"";
  private static final String STEP = "\",\"step\":";
  private static final String VALUES = ",\"values\":{";
  private static final int SECONDS = "2026-11-01T12:00:00".length();

  /** Digits that fit a long. */
  private static final int MOST_DIGITS = 18;

  /** Powers of ten up to here are exact doubles. */
  private static final int EXACT_POWERS = 22;

  private static final double[] POWERS = powers();

  private final List<String> keys = new ArrayList<>();
  private String second = "";
  private long epochSecond;
  private String line = "";
  private int at;

  /** The event of a line; nothing where the line is damaged or its type unknown. */
  Optional<Event> read(String text) {
    if (text.startsWith(BEGIN)) {
      line = text;
      at = BEGIN.length();
      try {
        Event scalars = scalars();
        if (scalars != null) {
          return Optional.of(scalars);
        }
      } catch (RuntimeException e) {
        // Not of the usual form, such as a line that was torn: the parser decides.
      }
    }
    return EventJson.event(text);
  }

  private @Nullable Event scalars() {
    Instant time = time();
    if (!skip(STEP)) {
      return null;
    }
    double step = number();
    if (!skip(VALUES)) {
      return null;
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; line.charAt(at) != '}'; i++) {
      if (i > 0 && line.charAt(at++) != ',') {
        return null;
      }
      values.put(key(i), number());
    }
    return line.startsWith("}}", at) && at + 2 == line.length() && step < 1L << 53
        ? new Event.Scalars(time, (long) step, values)
        : null;
  }

  private boolean skip(String expected) {
    boolean there = line.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  /** Steps of the same second share the slow part of reading the time. */
  private Instant time() {
    int end = line.indexOf('"', at);
    if (second.isEmpty() || !line.startsWith(second, at)) {
      Instant whole = Instant.parse(line.substring(at, end));
      second = line.substring(at, at + SECONDS);
      epochSecond = whole.getEpochSecond();
    }
    int nanos = 0;
    int unit = 1_000_000_000;
    int place = at + SECONDS;
    if (line.charAt(place) == '.') {
      for (place++; line.charAt(place) != 'Z'; place++) {
        nanos = 10 * nanos + digit(line.charAt(place));
        unit /= 10;
      }
    }
    if (place != end - 1 || line.charAt(place) != 'Z' || unit == 0) {
      throw new IllegalArgumentException("no time");
    }
    at = end;
    return Instant.ofEpochSecond(epochSecond, (long) nanos * unit);
  }

  /** A name, nearly always the one at the same place of the line before. */
  private String key(int index) {
    if (line.charAt(at++) != '"') {
      throw new IllegalArgumentException("no name");
    }
    if (index < keys.size()) {
      String expected = keys.get(index);
      if (line.startsWith(expected, at) && line.startsWith("\":", at + expected.length())) {
        at += expected.length() + 2;
        return expected;
      }
    }
    int end = line.indexOf("\":", at);
    String key = line.substring(at, end);
    if (key.indexOf('\\') >= 0 || key.indexOf('"') >= 0) {
      throw new IllegalArgumentException("not a plain name");
    }
    while (keys.size() <= index) {
      keys.add(key);
    }
    keys.set(index, key);
    at = end + 2;
    return key;
  }

  private double number() {
    int start = at;
    boolean negative = line.charAt(at) == '-';
    at += negative ? 1 : 0;
    long mantissa = 0;
    int digits = 0;
    int power = 0;
    boolean fraction = false;
    char now = line.charAt(at);
    for (; now >= '0' && now <= '9' || now == '.' && !fraction; now = line.charAt(++at)) {
      if (now == '.') {
        fraction = true;
      } else {
        mantissa = 10 * mantissa + digit(now);
        digits += mantissa > 0 ? 1 : 0;
        power -= fraction ? 1 : 0;
        if (digits > MOST_DIGITS) {
          throw new IllegalArgumentException("too long");
        }
      }
    }
    if (at == start + (negative ? 1 : 0)) {
      throw new IllegalArgumentException("no number");
    }
    if (now == 'E' || now == 'e') {
      int from = ++at;
      while (line.charAt(at) == '-' || Character.isDigit(line.charAt(at))) {
        at++;
      }
      power += Integer.parseInt(line.substring(from, at));
    }
    if (Math.abs(power) > EXACT_POWERS) {
      return Double.parseDouble(line.substring(start, at));
    }
    double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
    return negative ? -value : value;
  }

  private static int digit(char c) {
    if (c < '0' || c > '9') {
      throw new IllegalArgumentException("no digit");
    }
    return c - '0';
  }

  private static double[] powers() {
    double[] powers = new double[EXACT_POWERS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }
}
