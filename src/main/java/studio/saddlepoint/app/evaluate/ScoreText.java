package studio.saddlepoint.app.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.Texts;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.MetricValue.Scale;
import studio.saddlepoint.run.event.ScoreSettings;

/** Scores as text. */
final class ScoreText {
  /** A share below this is told as too low. */
  private static final double LOW = 0.5;

  private ScoreText() {}

  /** A measure's name, such as {@code FID}. */
  static String name(String measure) {
    return Messages.text("evaluate.measure." + measure);
  }

  /** A measure's value as a person reads it: a distance, or a share with three digits. */
  static String value(String measure, double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : Texts.value(value);
    }
    return switch (Measure.of(measure).map(Measure::scale).orElse(Scale.PLAIN)) {
      case DISTANCE -> number(Math.abs(value) < 10 ? "%.3f" : "%,.2f", value);
      case SMALL -> Math.abs(value) < 1 ? number("%.5f", value) : number("%,.3f", value);
      case SHARE, PLAIN -> number("%.3f", value);
      case PERCENT -> Messages.text("evaluate.percent", Math.round(100 * value));
      case MILLISECONDS -> Messages.text("evaluate.milliseconds", Math.round(value));
    };
  }

  /** An interval's ends. */
  static String interval(String measure, Interval interval) {
    return Messages.text(
        "evaluate.ends", value(measure, interval.low()), value(measure, interval.high()));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ENGLISH, format, value);
  }

  /** What a value means, in one sentence. */
  static String meaning(String measure, double value) {
    String key = "evaluate.meaning." + measure;
    String level = key + (value < LOW ? ".low" : ".high");
    if (value >= 1 && exists(key + ".full")) {
      return Messages.text(key + ".full");
    }
    return exists(level)
        ? Messages.text(level, Math.round(100 * value))
        : exists(key) ? Messages.text(key) : "";
  }

  private static boolean exists(String key) {
    try {
      Messages.text(key);
      return true;
    } catch (MissingResourceException e) {
      return false;
    }
  }

  /** A setting as it is exported: several texts are parted by semicolons. */
  static String setting(ScoreSettings settings, String name) {
    List<String> texts = settings.texts(name);
    return texts.isEmpty()
        ? String.valueOf(settings.values().getOrDefault(name, ""))
        : String.join("; ", texts);
  }

  /** A result in a few lines, to be quoted. */
  static String quote(String subject, EvaluationResult result) {
    return result.values().entrySet().stream()
            .filter(each -> Measure.of(each.getKey()).isPresent())
            .map(each -> quoted(each.getKey(), each.getValue(), result))
            .collect(Collectors.joining(", "))
        + "\n"
        + result.how().sentence()
        + "\n"
        + subject;
  }

  private static String quoted(String key, double value, EvaluationResult result) {
    Interval interval = result.intervals().get(key);
    Double deviation = result.values().get(key + "_deviation");
    return name(key)
        + " "
        + value(key, value)
        + (deviation == null ? "" : " ± " + value(key, deviation))
        + (interval == null ? "" : " (" + interval(key, interval) + ")");
  }
}
