package studio.saddlepoint.metrics;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.Spread;
import studio.saddlepoint.metrics.image.ImageSource;

/**
 * The real side that generated images are compared with, seen by one extractor: a data set, a
 * folder of images, or statistics alone. May keep what it computed. Used by one thread at a time.
 */
public interface Reference {
  /** What it is. */
  Side side();

  /** What it is, in {@code 2,048 vs ...}: {@code train}, {@code 2,048 of train}. */
  default String label() {
    return side().label();
  }

  /** Number of real images; 0 where it is not known. */
  default int count() {
    return side().count();
  }

  /** Mean and covariance of the real images' features. */
  FeatureStatistics statistics(Progress progress);

  /** The real images' features; empty where there are statistics alone. */
  Optional<Features> features(Progress progress);

  /** The real images, by the order of the features' rows; empty where they are not there. */
  Optional<ImageSource> images();

  /**
   * How often each of the extractor's classes occurs, {@code (K)} shares of sum 1; empty where it
   * is not known.
   */
  default Optional<double[]> classShares(Progress progress) {
    return Optional.empty();
  }

  /**
   * The mean probability of the likeliest class, once {@link #classShares} was asked for; empty
   * where it is not known.
   */
  default OptionalDouble classConfidence() {
    return OptionalDouble.empty();
  }

  /** Where the features lie, once they, or {@link #classShares}, were asked for. */
  default Optional<Spread> spread() {
    return Optional.empty();
  }

  /** Real images that no generator was trained on; empty where there are none. */
  default Optional<Reference> heldOut() {
    return Optional.empty();
  }
}
