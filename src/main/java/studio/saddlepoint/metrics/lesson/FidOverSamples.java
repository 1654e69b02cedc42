package studio.saddlepoint.metrics.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetReference;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.Statistics;
import studio.saddlepoint.metrics.extractor.ClassifierKind;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.StatisticsStream;
import studio.saddlepoint.metrics.image.ReferenceImages;

/**
 * FID and KID of real pictures against other real pictures of the same kind, by how many are
 * measured. No generator is better, yet FID is far from 0 with few: it is biased, by about a
 * constant over N (Chong and Forsyth 2020, "Effectively Unbiased FID and Inception Score and Where
 * to Find Them", section 3). KID is not (Bińkowski et al. 2018, section 4).
 *
 * @param points by rising numbers of pictures
 * @param line the FIDs as a line over 1/N, by the largest numbers; its end is FID∞
 * @param reference number of pictures that are compared with
 * @param features numbers in a feature
 * @param extractor what looked at them, for a person
 */
public record FidOverSamples(
    List<Point> points, FidInfinity line, int reference, int features, String extractor) {
  /**
   * What came of one number of pictures.
   *
   * @param samples how many
   * @param parts into how many such parts all pictures were parted
   * @param fid mean of the parts
   * @param kid mean of the parts, each compared with as many real ones
   * @param kidDeviation of single parts
   */
  public record Point(int samples, int parts, double fid, double kid, double kidDeviation) {
    /** Standard error of the mean over the parts; NaN of a single one. */
    public double kidError() {
      return parts == 1 ? Double.NaN : kidDeviation / Math.sqrt(parts - 1);
    }
  }

  private static final int BATCH = 64;

  /** Standard errors that chance rarely exceeds. */
  private static final double CHANCE = 3;

  /** Copies the points. */
  public FidOverSamples {
    points = List.copyOf(points);
  }

  /**
   * Measures.
   *
   * @param caches where the pictures and their classifier are kept
   * @param smallest least number of pictures; it is doubled
   * @param largest greatest number of pictures, at most those that are held out
   * @param reference number of training pictures to compare with, at least the largest
   * @param progress told how far it is
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static FidOverSamples measure(
      Path caches, int smallest, int largest, int reference, Progress progress) {
    LessonData data = LessonData.open(caches, progress.part(0, 0.1));
    try (FeatureExtractor extractor =
        Extractors.open(
            ClassifierKind.CLASSIFIER.usual(),
            data.train(),
            data.heldOut(),
            caches,
            progress.part(0.1, 0.5))) {
      Features real = features(data.train(), reference, extractor, progress.part(0.5, 0.65));
      Features others = features(data.heldOut(), largest, extractor, progress.part(0.65, 0.75));
      return of(real, others, smallest, extractor.label(), progress.part(0.75, 1));
    }
  }

  private static Features features(
      DataSet set, int count, FeatureExtractor extractor, Progress progress) {
    int[] order = ReferenceImages.choose(set, count);
    FeatureRows rows = new FeatureRows(count, extractor.dimension());
    for (int from = 0; from < count; from += BATCH) {
      progress.checkCancelled();
      progress.report("Looking at real images", (double) from / count);
      int[] batch = Arrays.copyOfRange(order, from, Math.min(count, from + BATCH));
      rows.add(extractor.features(set.read(batch)));
    }
    return rows.features();
  }

  /**
   * Of features that are there.
   *
   * @param real what is compared with
   * @param others what is measured: all of them, and all of them in smaller parts
   */
  static FidOverSamples of(
      Features real, Features others, int smallest, String extractor, Progress progress) {
    List<Integer> sizes = new ArrayList<>();
    for (int size = smallest; size <= others.count(); size *= 2) {
      sizes.add(size);
    }
    List<Point> points = new ArrayList<>();
    try (FrechetReference prepared = new FrechetReference(statistics(real))) {
      for (int i = 0; i < sizes.size(); i++) {
        Progress part = progress.part((double) i / sizes.size(), (i + 1.0) / sizes.size());
        part.report(English.of("Measuring %,d pictures", sizes.get(i)), 0);
        points.add(point(prepared, real, others, sizes.get(i), part));
      }
      int[] toAll = FidInfinity.sizes(others.count());
      double[] fids =
          Arrays.stream(toAll)
              .mapToDouble(size -> prepared.distance(statistics(others.first(size))))
              .toArray();
      FidInfinity line = FidInfinity.of(Arrays.stream(toAll).asDoubleStream().toArray(), fids);
      return new FidOverSamples(points, line, real.count(), real.dimension(), extractor);
    }
  }

  private static Point point(
      FrechetReference prepared, Features real, Features others, int size, Progress progress) {
    int parts = others.count() / size;
    int[][] rows = new int[parts][];
    double[] fids = new double[parts];
    for (int i = 0; i < parts; i++) {
      progress.checkCancelled();
      rows[i] = IntStream.range(i * size, (i + 1) * size).toArray();
      fids[i] = prepared.distance(statistics(others.rows(rows[i])));
    }
    KernelDistance kid = KernelDistance.of(real, others, rows, rows, progress);
    return new Point(size, parts, Statistics.mean(fids), kid.mean(), kid.deviation());
  }

  private static FeatureStatistics statistics(Features features) {
    try (StatisticsStream stream = new StatisticsStream(features.dimension())) {
      features.forEachBatch(BATCH, stream::add);
      return stream.statistics();
    }
  }

  /** The least number of pictures. */
  public Point fewest() {
    return points.get(0);
  }

  /** The greatest number of pictures. */
  public Point most() {
    return points.get(points.size() - 1);
  }

  /** Whether each doubling made FID smaller. */
  public boolean falls() {
    return IntStream.range(1, points.size())
        .allMatch(i -> points.get(i).fid() < points.get(i - 1).fid());
  }

  /** Whether KID of the fewest pictures is where that of the most is, but for chance. */
  public boolean kidStays() {
    return Math.abs(fewest().kid() - most().kid()) <= CHANCE * fewest().kidError();
  }
}
