package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.core.PathNames;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.StatisticsFile;
import studio.saddlepoint.metrics.image.ImageSource;

/**
 * Real images of which only the statistics are known.
 *
 * @param name of the file, for a person
 * @param file what is known
 */
record StatisticsReference(String name, StatisticsFile file) implements Reference {
  /**
   * Opens a file of statistics.
   *
   * @throws studio.saddlepoint.core.StudioException if it cannot be used
   */
  static StatisticsReference open(Path file) {
    return new StatisticsReference(PathNames.of(file), StatisticsFile.read(file));
  }

  @Override
  public Side side() {
    int count = (int) Math.min(Integer.MAX_VALUE, file.statistics().count());
    return new Side(Side.Kind.STATISTICS, name, count, true);
  }

  @Override
  public FeatureStatistics statistics(Progress progress) {
    return file.statistics();
  }

  @Override
  public Optional<Features> features(Progress progress) {
    return Optional.empty();
  }

  @Override
  public Optional<ImageSource> images() {
    return Optional.empty();
  }
}
