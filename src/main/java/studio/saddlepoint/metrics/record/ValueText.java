package studio.saddlepoint.metrics.record;

import java.util.List;
import java.util.Locale;
import studio.saddlepoint.core.English;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.run.event.ScoreSettings;

/** Values of scores as text, the same in the window and in files. */
public final class ValueText {
  private ValueText() {}

  /** A measure's name, such as {@code FID}; of one that is not known, its key. */
  public static String name(String measure) {
    return Measure.of(measure).map(Measure::label).orElse(measure);
  }

  /** A measure's value as a person reads it: a distance, or a share with three digits. */
  public static String value(String measure, double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : English.value(value);
    }
    return switch (Measure.of(measure).map(Measure::scale).orElse(Scale.PLAIN)) {
      case DISTANCE -> number(Math.abs(value) < 10 ? "%.3f" : "%,.2f", value);
      case SMALL -> Math.abs(value) < 1 ? number("%.5f", value) : number("%,.3f", value);
      case SHARE, PLAIN -> number("%.3f", value);
      case PERCENT -> number("%,.0f %%", Math.round(100 * value));
      case MILLISECONDS -> number("%,.0f ms", Math.round(value));
    };
  }

  /** An interval's ends. */
  public static String interval(String measure, Interval interval) {
    return value(measure, interval.low()) + " to " + value(measure, interval.high());
  }

  /** A share of all, such as {@code 12.5 %}. */
  public static String percent(double share) {
    return number("%.1f %%", 100 * share);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ENGLISH, format, value);
  }

  /** A setting as it is exported: several texts are parted by semicolons. */
  public static String setting(ScoreSettings settings, String name) {
    List<String> texts = settings.texts(name);
    return texts.isEmpty()
        ? String.valueOf(settings.values().getOrDefault(name, ""))
        : String.join("; ", texts);
  }
}
