package studio.saddlepoint.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.saddlepoint.core.English;

/** Numbers and times as a person reads them. */
public final class Texts {
  /** As engines write it: cpu, cpu(), gpu0, gpu(0). */
  private static final Pattern DEVICE = Pattern.compile("([A-Z]+)\\(?(\\d*)\\)?");

  private Texts() {}

  /** Such as {@code 12,345}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String duration(Duration time) {
    long seconds = Math.max(0, Math.round(time.toMillis() / 1000.0));
    if (seconds < 60) {
      return Messages.text("time.seconds", seconds);
    }
    if (seconds < 3600) {
      return Messages.text("time.minutes", seconds / 60, seconds % 60);
    }
    return seconds < 48 * 3600
        ? Messages.text("time.hours", seconds / 3600, seconds / 60 % 60)
        : Messages.text("time.days", count(seconds / 86400));
  }

  /** How long ago, such as {@code 5 min ago}. */
  public static String ago(Instant then, Instant now) {
    long minutes = Duration.between(then, now).toMinutes();
    if (minutes < 1) {
      return Messages.text("ago.now");
    }
    if (minutes < 60) {
      return Messages.text("ago.minutes", minutes);
    }
    return minutes < 48 * 60
        ? Messages.text("ago.hours", minutes / 60)
        : Messages.text("ago.days", count(minutes / (24 * 60)));
  }

  /** Such as {@code 1,250}; a dash where it is not known. */
  public static String speed(double imagesPerSecond) {
    return imagesPerSecond > 0 && Double.isFinite(imagesPerSecond)
        ? String.format(Locale.ROOT, imagesPerSecond < 10 ? "%.1f" : "%,.0f", imagesPerSecond)
        : "–";
  }

  /** Such as {@code CPU} or {@code GPU 0}; a dash where it is not known. */
  public static String device(String name) {
    if (name.isEmpty()) {
      return "–";
    }
    Matcher matcher = DEVICE.matcher(name.toUpperCase(Locale.ROOT));
    return matcher.matches()
        ? (matcher.group(1) + " " + matcher.group(2)).strip()
        : name.toUpperCase(Locale.ROOT);
  }

  /** A measured value with four significant digits, such as {@code 0.6931}. */
  public static String value(double value) {
    return English.value(value);
  }

  /** Such as {@code 1.2 GB}. */
  public static String bytes(long bytes) {
    if (bytes < 1_000_000L) {
      return Messages.text("bytes.kilo", Long.toString(Math.round(bytes / 1e3)));
    }
    return bytes < 1_000_000_000L
        ? Messages.text("bytes.mega", Long.toString(Math.round(bytes / 1e6)))
        : Messages.text("bytes.giga", String.format(Locale.ROOT, "%.1f", bytes / 1e9));
  }
}
