package studio.saddlepoint.app.evaluate.parts;

import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.metrics.EvaluationResult;
import studio.saddlepoint.metrics.distribution.Interval;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.record.Measure;
import studio.saddlepoint.metrics.record.ValueText;

/** Scores as text. */
public final class ScoreText {
  /** A share below this is told as too low. */
  private static final double LOW = 0.5;

  private ScoreText() {}

  /** What a measure is, in detail; of one that has no such text, what its metric tells. */
  public static String tip(Measure measure) {
    String key = "evaluate.measure." + measure.key() + ".tip";
    return Messages.has(key)
        ? Messages.text(key)
        : measure.metric().map(Metric::meaning).orElse("");
  }

  /** What a value means, in one sentence. */
  public static String meaning(String measure, double value) {
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

  /** Results in a few lines, to be quoted. */
  public static String quote(String subject, List<EvaluationResult> results) {
    return results.stream().map(ScoreText::quote).collect(Collectors.joining("\n"))
        + "\n"
        + subject;
  }

  private static String quote(EvaluationResult result) {
    return result.values().entrySet().stream()
            .filter(each -> Measure.of(each.getKey()).isPresent())
            .map(each -> quoted(each.getKey(), each.getValue(), result))
            .collect(Collectors.joining(", "))
        + "\n"
        + result.how().sentence();
  }

  private static String quoted(String key, double value, EvaluationResult result) {
    Interval interval = result.intervals().get(key);
    Double deviation = result.values().get(key + "_deviation");
    return ValueText.name(key)
        + " "
        + ValueText.value(key, value)
        + (deviation == null ? "" : " ± " + ValueText.value(key, deviation))
        + (interval == null ? "" : " (" + ValueText.interval(key, interval) + ")");
  }
}
