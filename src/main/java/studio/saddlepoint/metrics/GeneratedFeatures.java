package studio.saddlepoint.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.distribution.Bootstrap;
import studio.saddlepoint.metrics.distribution.ClassCounts;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.extractor.Extracted;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.FiniteFeatures;
import studio.saddlepoint.metrics.feature.Spread;
import studio.saddlepoint.metrics.feature.SpreadStream;
import studio.saddlepoint.metrics.feature.StatisticsStream;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.metric.Metric;
import studio.saddlepoint.metrics.metric.Metric.Need;

/**
 * The generated images of an evaluation, by what one look at all of them gives. Features are kept
 * only as far as metrics over pairs or resampling need them.
 */
final class GeneratedFeatures implements AutoCloseable {
  private final int samples;
  private final FeatureExtractor extractor;
  private final Optional<StatisticsStream> statistics;
  private final Optional<Growth> growth;
  private final FeatureRows rows;
  private final SpreadStream spread;
  private final boolean classes;
  private final ClassCounts counts;
  private final Optional<InceptionScore.Accumulator> score;

  /**
   * Nothing seen yet.
   *
   * @param metrics what will be asked for
   * @param reference of the FIDs of growing sizes, where they are asked for
   */
  GeneratedFeatures(
      EvaluationRequest request,
      Set<Metric> metrics,
      FeatureExtractor extractor,
      @Nullable FrechetReference reference) {
    this.samples = request.samples();
    this.extractor = extractor;
    int d = extractor.dimension();
    int classCount = extractor.classNames().size();
    boolean streaming = needed(metrics, Need.GENERATED_STATISTICS);
    this.statistics = streaming ? Optional.of(new StatisticsStream(d)) : Optional.empty();
    this.growth =
        reference != null && needed(metrics, Need.GROWING_STATISTICS)
            ? Optional.of(new Growth(reference, samples, d))
            : Optional.empty();
    boolean all = needed(metrics, Need.ALL_FEATURES);
    int kept = streaming && request.intervals() ? Math.min(samples, Bootstrap.FRECHET_ROWS) : 0;
    this.rows = new FeatureRows(all ? samples : kept, d);
    this.spread = new SpreadStream(d);
    this.classes = needed(metrics, Need.CLASSES);
    this.counts = new ClassCounts(classes ? classCount : 0);
    this.score =
        needed(metrics, Need.CLASS_SPLITS)
            ? Optional.of(
                new InceptionScore.Accumulator(samples, classCount, InceptionScore.SPLITS))
            : Optional.empty();
  }

  private static boolean needed(Set<Metric> metrics, Need need) {
    return metrics.stream().anyMatch(each -> each.needs(need));
  }

  /** Looks at all images. */
  void look(ImageSource images, Progress progress) {
    for (int from = 0; from < samples; from += RealFeatures.BATCH) {
      progress.checkCancelled();
      progress.report("Looking at samples", (double) from / samples);
      int count = Math.min(RealFeatures.BATCH, samples - from);
      Extracted seen = images.extract(from, count, extractor);
      FiniteFeatures.check(seen.features());
      statistics.ifPresent(each -> each.add(seen.features()));
      growth.ifPresent(each -> each.add(seen.features()));
      rows.add(seen.features());
      spread.add(seen.features());
      if (classes) {
        counts.add(seen.logits());
      }
      score.ifPresent(each -> each.addLogits(seen.logits()));
    }
  }

  /** Mean and covariance of all features. */
  FeatureStatistics statistics() {
    return statistics.orElseThrow().statistics();
  }

  /** All features, or the first as far as they are kept. */
  Features features() {
    return rows.features();
  }

  /** Where all features lie. */
  Spread spread() {
    return spread.spread();
  }

  /** The mean probability of the class seen. */
  double classConfidence() {
    return counts.confidence();
  }

  /** How often each class was seen. */
  double[] classShares() {
    return counts.shares();
  }

  /** The inception score of all images. */
  InceptionScore inceptionScore() {
    return score.orElseThrow().score();
  }

  /** The line through the FIDs of growing sizes. */
  FidInfinity fidInfinity() {
    Growth found = growth.orElseThrow();
    return FidInfinity.of(found.sizes(), found.fids);
  }

  /** The FIDs of growing sizes: numbers of the first samples, and the FID of each. */
  double[][] fidsOfSizes() {
    Growth found = growth.orElseThrow();
    return new double[][] {found.sizes(), found.fids};
  }

  @Override
  public void close() {
    statistics.ifPresent(StatisticsStream::close);
    growth.ifPresent(each -> each.stream.close());
  }

  /** FIDs of the first samples, in sizes that grow to all. */
  private static final class Growth {
    private final FrechetReference reference;
    private final int dimension;
    private final StatisticsStream stream;
    private final int[] sizes;
    private final double[] fids;
    private int next;

    Growth(FrechetReference reference, int samples, int dimension) {
      this.reference = reference;
      this.dimension = dimension;
      this.stream = new StatisticsStream(dimension);
      this.sizes = FidInfinity.sizes(samples);
      this.fids = new double[sizes.length];
    }

    double[] sizes() {
      return Arrays.stream(sizes).asDoubleStream().toArray();
    }

    void add(float[] features) {
      int n = features.length / dimension;
      int from = 0;
      while (from < n) {
        int to = Math.min(n, from + (int) (sizes[next] - stream.count()));
        stream.add(Arrays.copyOfRange(features, from * dimension, to * dimension));
        from = to;
        if (stream.count() == sizes[next]) {
          fids[next] = reference.distance(stream.statistics());
          next = Math.min(next + 1, sizes.length - 1);
        }
      }
    }
  }
}
