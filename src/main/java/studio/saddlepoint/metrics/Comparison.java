package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.recipe.FolderMeaning;

/**
 * The two sides to compare, outside a run's own data set.
 *
 * @param real the real side
 * @param generated the generated side; empty to look at the real side alone
 * @param extractor what turns images into features
 * @param metrics what to compute; empty for all that can be
 * @param size width and height that the middle square of each image in a folder is scaled to; empty
 *     for images as they are
 * @param export where to write the real side's statistics; empty for nowhere
 * @param intervals whether to compute 95 % intervals
 */
public record Comparison(
    Real real,
    Optional<Generated> generated,
    ExtractorChoice extractor,
    Set<Metric> metrics,
    OptionalInt size,
    Optional<Path> export,
    boolean intervals) {
  /** Copies the metrics. */
  public Comparison {
    metrics = Set.copyOf(metrics);
  }

  /** With intervals. */
  public Comparison(
      Real real,
      Optional<Generated> generated,
      ExtractorChoice extractor,
      Set<Metric> metrics,
      OptionalInt size,
      Optional<Path> export) {
    this(real, generated, extractor, metrics, size, export, true);
  }

  /**
   * The same by another extractor.
   *
   * @param export where to write the real side's statistics; empty for nowhere
   */
  public Comparison by(ExtractorChoice other, Set<Metric> measured, Optional<Path> export) {
    return new Comparison(real, generated, other, measured, size, export, intervals);
  }

  /** Real images, or what is known of them. */
  public sealed interface Real {}

  /** All images of a folder and of those in it, or of a zip archive. */
  public record RealFolder(Path folder) implements Real {}

  /** The train split of a data set, as {@link studio.saddlepoint.data.source.DataSets} opens it. */
  public record RealData(String source, FolderMeaning folders) implements Real {
    /** With folders as classes. */
    public RealData(String source) {
      this(source, FolderMeaning.CLASSES);
    }
  }

  /** Statistics of an .npz file, see {@link StatisticsFile}. */
  public record RealStatistics(Path file) implements Real {}

  /** Generated images. */
  public sealed interface Generated {}

  /**
   * Images of a folder and of those in it, or of a zip archive.
   *
   * @param count how many, drawn always the same; empty for all
   */
  public record GeneratedFolder(Path folder, OptionalInt count) implements Generated {}

  /** Statistics of generated images in an .npz file, see {@link StatisticsFile}: for FID alone. */
  public record GeneratedStatistics(Path file) implements Generated {}

  /**
   * Samples of a generator.
   *
   * @param count how many
   * @param truncation threshold of the resampled truncated normal latents, or none
   * @param keep which share of the samples drawn is compared; empty for all
   * @param seed decides the latents and classes
   */
  public record Samples(
      Snapshot snapshot, int count, OptionalDouble truncation, Optional<KeepBest> keep, long seed)
      implements Generated {}
}
