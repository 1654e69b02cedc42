package studio.saddlepoint.metrics.metric;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.SnapshotEncoder;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.LatentImages;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.metrics.pace.Work;

/**
 * Both sides of a measurement, as metrics see them. What is there depends on what the metrics
 * {@linkplain Metric#needs need}; to ask for more is an {@link IllegalStateException}.
 */
public interface MetricInput {
  /** Number of generated images. */
  int samples();

  /** Decides what is drawn. */
  long seed();

  /** Whether 95 % intervals are wanted. */
  boolean intervals();

  /** What turned images into features. */
  FeatureExtractor extractor();

  /** Begins a part of the work. */
  Progress begin(Work work);

  /** Begins a comparison of features of one metric. */
  Progress begin(Metric metric);

  /** All real features, for {@link Metric.Need#ALL_FEATURES}. */
  Features real();

  /** All generated features, for the same; else the first, as far as intervals want them. */
  Features generated();

  /** Of the real features, for {@link Metric.Need#REAL_STATISTICS}. */
  FeatureStatistics realStatistics();

  /** Of the generated ones, for {@link Metric.Need#GENERATED_STATISTICS}. */
  FeatureStatistics generatedStatistics();

  /** The real statistics, prepared for many distances; empty where nothing wants them so. */
  Optional<FrechetReference> preparedReal();

  /** The line through FIDs, for {@link Metric.Need#GROWING_STATISTICS}. */
  FidInfinity line();

  /** The inception score, for {@link Metric.Need#CLASS_SPLITS}. */
  InceptionScore inceptionScore();

  /** What pairs of images tell, for {@link Metric#pairPart}. */
  PairMetrics pairs();

  /** Features of real images that were held out; empty where there are none. */
  Optional<Features> heldOut(Progress progress);

  /** Number of real images; 0 where it is not known. */
  int realCount();

  /** Shares of the real images' classes; empty where they are not known. */
  Optional<double[]> realClasses();

  /** Mean probability of the class seen in real images; empty where it is not known. */
  OptionalDouble realConfidence();

  /** Shares of the classes seen in generated images. */
  double[] generatedClasses();

  /** Mean probability of the class seen in them. */
  double generatedConfidence();

  /** The encoder, for {@link Metric.Need#ENCODER}. */
  SnapshotEncoder encoder();

  /**
   * Real images that were held out; those that are compared with where none were. For {@link
   * Metric.Need#ENCODER}.
   */
  ImageSource unseenImages();

  /** Number of {@link #unseenImages}. */
  int unseenCount();

  /** The real images, {@link #realCount} of them, for {@link Metric.Need#REAL_IMAGES}. */
  ImageSource realImages();

  /** The generated images, {@link #samples} of them; asked again, the same are made again. */
  ImageSource generatedImages();

  /** The generator's images by latent code, for {@link Metric.Need#GENERATOR}. */
  LatentImages generator();
}
