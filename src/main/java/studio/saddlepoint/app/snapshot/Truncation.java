package studio.saddlepoint.app.snapshot;

import java.util.Locale;
import studio.saddlepoint.app.Messages;

/** The truncation slider in numbers and words. Its right end means no truncation. */
public final class Truncation {
  /** The slider's left end. */
  public static final double LEAST = 0.1;

  /** The slider's right end: off. */
  public static final double OFF = 3.05;

  private Truncation() {}

  /** The threshold of a slider's value, in steps of 0.05; infinite at the right end. */
  public static double threshold(double slider) {
    double rounded = Math.round(slider * 20) / 20.0;
    return rounded >= OFF ? Double.POSITIVE_INFINITY : Math.max(LEAST, rounded);
  }

  /** The threshold as a short text. */
  public static String text(double threshold) {
    return Double.isInfinite(threshold)
        ? Messages.text("truncation.off")
        : String.format(Locale.ROOT, "%.2f", threshold);
  }

  /** What the threshold does, in one sentence. */
  public static String effect(double threshold) {
    if (Double.isInfinite(threshold)) {
      return Messages.text("truncation.effect.off");
    }
    String key =
        threshold < 0.7
            ? "truncation.effect.strong"
            : threshold < 1.8 ? "truncation.effect.medium" : "truncation.effect.weak";
    return Messages.text(key, Math.round(100 * redrawn(threshold)));
  }

  /**
   * Share of standard normal numbers beyond a threshold, 2 (1 - Phi(c)), by Abramowitz and Stegun
   * 7.1.26 (error below 2e-7).
   */
  public static double redrawn(double threshold) {
    double x = threshold / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double polynomial =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return polynomial * Math.exp(-x * x);
  }
}
