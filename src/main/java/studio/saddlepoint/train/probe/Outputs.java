package studio.saddlepoint.train.probe;

import java.util.Map;
import java.util.Optional;
import studio.saddlepoint.train.diagnosis.Probe;

/**
 * What a discriminator says of three kinds of pictures.
 *
 * @param train (N) logits or scores for training pictures
 * @param heldOut (M) for held-out pictures; empty where nothing is held out
 * @param fake (K) for generated pictures
 */
record Outputs(float[] train, Optional<float[]> heldOut, float[] fake) {
  /** A difference below so many of its standard errors may be chance. */
  private static final double SURE = 4;

  /** Tells them. */
  void tell(Map<String, Double> values) {
    values.put(Probe.TRAIN, mean(train));
    values.put(Probe.FAKE, mean(fake));
    values.put(Probe.RANKED, ranked(train, fake));
    if (heldOut.isPresent()) {
      float[] held = heldOut.get();
      values.put(Probe.HELD_OUT, mean(held));
      double overfitting = overfitting(train, held, fake);
      if (!Double.isNaN(overfitting)) {
        values.put(Probe.OVERFITTING, overfitting);
      }
    }
  }

  /**
   * Share of pairs of which the first has the larger output; ties count half (the area under the
   * ROC curve, Hanley and McNeil 1982).
   */
  static double ranked(float[] real, float[] fake) {
    double right = 0;
    for (float r : real) {
      for (float f : fake) {
        right += r > f ? 1 : r == f ? 0.5 : 0;
      }
    }
    return right / ((double) real.length * fake.length);
  }

  /**
   * {@code (E D(train) - E D(held out)) / (E D(train) - E D(fake))}; 0 where the difference above
   * may be chance, NaN where that below may be.
   */
  static double overfitting(float[] train, float[] heldOut, float[] fake) {
    double gap = mean(train) - mean(heldOut);
    double whole = mean(train) - mean(fake);
    if (!(whole > SURE * error(train, fake))) {
      return Double.NaN;
    }
    return gap > SURE * error(train, heldOut) ? gap / whole : 0;
  }

  /** The standard error of the difference of two means. */
  private static double error(float[] a, float[] b) {
    return Math.sqrt(variance(a) / a.length + variance(b) / b.length);
  }

  private static double variance(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float each : values) {
      sum += (each - mean) * (each - mean);
    }
    return sum / Math.max(1, values.length - 1);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float each : values) {
      sum += each;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }

  /** Whether all are numbers. */
  boolean finite() {
    return finite(train) && finite(fake) && heldOut.map(Outputs::finite).orElse(true);
  }

  private static boolean finite(float[] values) {
    for (float each : values) {
      if (!Float.isFinite(each)) {
        return false;
      }
    }
    return true;
  }
}
