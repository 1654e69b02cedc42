package studio.saddlepoint.metrics.distribution;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;

/**
 * 95 % intervals by resampling (Efron and Tibshirani 1993, chapters 6 and 13). What was computed of
 * an image stays as it is when images are drawn again; so the manifolds of precision and recall are
 * held fixed.
 */
public final class Bootstrap {
  private static final int RESAMPLES = 400;
  private static final double TAIL = 0.025;

  /** Rows by which intervals of Fréchet distances are told, at most. */
  public static final int FRECHET_ROWS = 4_096;

  private static final double NORMAL_QUANTILE = 1.959964;

  private Bootstrap() {}

  /**
   * Of a statistic of independent values, by percentiles; a NaN is never left out silently.
   *
   * @param values one of each image, {@code (N)}
   * @param statistic computed anew of each resample
   * @param seed decides the resamples
   */
  public static Interval of(double[] values, ToDoubleFunction<double[]> statistic, long seed) {
    return percentiles(resampled(values, statistic, seed));
  }

  /**
   * Of the mean of independent values.
   *
   * @param values one of each image, {@code (N)}
   * @param seed decides the resamples
   */
  public static Interval ofMean(double[] values, long seed) {
    return of(values, Statistics::mean, seed);
  }

  /**
   * Of a share; where nothing or everything is inside, resampling is blind, and Wilson's is told.
   *
   * @param inside whether each image counts, {@code (N)}
   * @param seed decides the resamples
   */
  public static Interval ofShare(boolean[] inside, long seed) {
    double[] numbers = numbers(inside);
    if (blind(numbers)) {
      Share share = new Share((int) Arrays.stream(numbers).sum(), inside.length);
      return new Interval(share.low(), share.high());
    }
    return ofMean(numbers, seed);
  }

  /** Whether all resamples are the same, whatever is drawn. */
  private static boolean blind(double[] numbers) {
    return Arrays.stream(numbers).allMatch(each -> each == numbers[0]);
  }

  /**
   * Of the harmonic mean of two shares, of sets that are drawn independently. Where resampling is
   * blind to one of them, that of the ends of both intervals: rather too wide than none.
   *
   * @param first whether each image of the first set counts, {@code (N)}
   * @param second whether each image of the second set counts, {@code (M)}
   * @param seed decides the resamples
   */
  public static Interval ofHarmonicMean(boolean[] first, boolean[] second, long seed) {
    if (blind(numbers(first)) || blind(numbers(second))) {
      Interval one = ofShare(first, seed);
      Interval other = ofShare(second, seed + 1);
      return new Interval(
          PrecisionRecall.f1(one.low(), other.low()), PrecisionRecall.f1(one.high(), other.high()));
    }
    double[] one = resampled(numbers(first), Statistics::mean, seed);
    double[] other = resampled(numbers(second), Statistics::mean, seed + 1);
    double[] both = new double[one.length];
    Arrays.setAll(both, i -> PrecisionRecall.f1(one[i], other[i]));
    return percentiles(both);
  }

  /**
   * Of a Fréchet distance: the value and 1.96 standard deviations, the real images being held
   * fixed. The deviation is that of the distance's linear part when generated images are drawn
   * again endlessly (infinitesimal jackknife, Efron and Tibshirani 1993, chapter 21). Distances of
   * resampled images themselves would mislead: images drawn twice leave directions empty, so that
   * they vary up to five times as much as distances of new images do (decision 8).
   *
   * @param reference the real images
   * @param sample statistics of all generated images
   * @param rows features of some of them, or all
   * @param value the distance of all
   */
  public static Interval ofDistance(
      FrechetReference reference, FeatureStatistics sample, Features rows, double value) {
    double deviation =
        Statistics.deviation(reference.influences(sample, rows)) / Math.sqrt(sample.count());
    return new Interval(
        Math.max(0, value - NORMAL_QUANTILE * deviation), value + NORMAL_QUANTILE * deviation);
  }

  private static double[] resampled(
      double[] values, ToDoubleFunction<double[]> statistic, long seed) {
    Draws draws = new Draws(seed);
    double[] found = new double[RESAMPLES];
    double[] drawn = new double[values.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = values[draws.row(values.length)];
      }
      found[i] = statistic.applyAsDouble(drawn);
    }
    return found;
  }

  private static Interval percentiles(double[] found) {
    Arrays.sort(found);
    int tail = (int) Math.floor(TAIL * found.length);
    return new Interval(found[tail], found[found.length - 1 - tail]);
  }

  private static double[] numbers(boolean[] inside) {
    double[] numbers = new double[inside.length];
    Arrays.setAll(numbers, i -> inside[i] ? 1 : 0);
    return numbers;
  }
}
