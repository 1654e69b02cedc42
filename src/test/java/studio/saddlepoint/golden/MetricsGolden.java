package studio.saddlepoint.golden;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.distribution.Cmmd;
import studio.saddlepoint.metrics.distribution.EarthMover;
import studio.saddlepoint.metrics.distribution.FidInfinity;
import studio.saddlepoint.metrics.distribution.FrechetDistance;
import studio.saddlepoint.metrics.distribution.GaussianDiscrepancy;
import studio.saddlepoint.metrics.distribution.InceptionScore;
import studio.saddlepoint.metrics.distribution.KernelDistance;
import studio.saddlepoint.metrics.distribution.SlicedWasserstein;
import studio.saddlepoint.metrics.feature.FeatureStatistics;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.feature.StatisticsStream;
import studio.saddlepoint.metrics.metric.PathLengths;
import studio.saddlepoint.metrics.neighbour.DensityCoverage;
import studio.saddlepoint.metrics.neighbour.PrecisionRecall;

/** Golden operations of metrics. */
final class MetricsGolden {
  static final Map<String, GoldenOp> OPS =
      Map.ofEntries(
          entry("fid", MetricsGolden::fid),
          entry("fid_from_statistics", MetricsGolden::fidFromStatistics),
          entry("fid_infinity", MetricsGolden::fidInfinity),
          entry("kid", MetricsGolden::kid),
          entry("cmmd", MetricsGolden::cmmd),
          entry("mmd_rbf", MetricsGolden::gaussianDiscrepancy),
          entry("precision_recall", MetricsGolden::precisionRecall),
          entry("prdc", MetricsGolden::densityCoverage),
          entry("f1_score", MetricsGolden::f1),
          entry("inception_score", MetricsGolden::inceptionScore),
          entry("sliced_wasserstein", MetricsGolden::slicedWasserstein),
          entry("emd_1d", MetricsGolden::earthMover),
          entry("ppl", MetricsGolden::pathLength));

  private MetricsGolden() {}

  private static void fid(GoldenRun run) {
    run.put("fid", FrechetDistance.between(statistics(run, "real"), statistics(run, "fake")));
  }

  private static FeatureStatistics statistics(GoldenRun run, String name) {
    Features features = features(run, name);
    try (StatisticsStream stream = new StatisticsStream(features.dimension())) {
      stream.add(features.rows());
      return stream.statistics();
    }
  }

  private static Features features(GoldenRun run, String name) {
    GoldenArray array = run.stored(name);
    return new Features((int) array.shape()[0], (int) array.shape()[1], array.floats());
  }

  private static void fidFromStatistics(GoldenRun run) {
    FeatureStatistics first =
        new FeatureStatistics(0, run.stored("mean1").values(), run.stored("cov1").values());
    FeatureStatistics second =
        new FeatureStatistics(0, run.stored("mean2").values(), run.stored("cov2").values());
    run.put("fid", FrechetDistance.between(first, second));
  }

  private static void precisionRecall(GoldenRun run) {
    PrecisionRecall found =
        PrecisionRecall.of(
            features(run, "real"), features(run, "fake"), run.whole("k"), Progress.NONE);
    run.put("precision", found.precision());
    run.put("recall", found.recall());
    run.put("f1", found.f1());
  }

  private static void f1(GoldenRun run) {
    double[] precision = run.stored("precision").values();
    double[] recall = run.stored("recall").values();
    double[] f1 = new double[precision.length];
    for (int i = 0; i < f1.length; i++) {
      f1[i] = PrecisionRecall.f1(precision[i], recall[i]);
    }
    run.put("f1", f1);
  }

  private static void fidInfinity(GoldenRun run) {
    FidInfinity line = FidInfinity.of(run.stored("sizes").values(), run.stored("fids").values());
    run.put("fid_infinity", line.value());
    run.put("slope", line.slope());
  }

  private static void kid(GoldenRun run) {
    run.put(
        "kid",
        KernelDistance.ofWholeSets(
            features(run, "real"),
            features(run, "fake"),
            run.whole("degree"),
            run.number("coef0")));
  }

  private static void cmmd(GoldenRun run) {
    Features x = features(run, "x");
    Features y = features(run, "y");
    boolean normalise = run.flag("normalise");
    double discrepancy =
        Cmmd.discrepancy(
            normalise ? Cmmd.unit(x) : x,
            normalise ? Cmmd.unit(y) : y,
            run.number("sigma"),
            Progress.NONE);
    run.put("cmmd", run.number("scale") * discrepancy);
  }

  private static void gaussianDiscrepancy(GoldenRun run) {
    GaussianDiscrepancy found =
        GaussianDiscrepancy.of(features(run, "real"), features(run, "fake"), run.number("sigma"));
    run.put("mmd2_biased", found.biased());
    run.put("mmd2_unbiased", found.unbiased());
  }

  private static void densityCoverage(GoldenRun run) {
    Features real = features(run, "real");
    Features fake = features(run, "fake");
    int k = run.whole("k");
    PrecisionRecall shares = PrecisionRecall.ofOpenBalls(real, fake, k, Progress.NONE);
    DensityCoverage found = DensityCoverage.of(real, fake, k, Progress.NONE);
    run.put("precision", shares.precision());
    run.put("recall", shares.recall());
    run.put("density", found.density());
    run.put("coverage", found.coverage());
  }

  private static void inceptionScore(GoldenRun run) {
    InceptionScore.Accumulator stream =
        new InceptionScore.Accumulator(
            run.stored("probabilities").shape()[0],
            (int) run.stored("probabilities").shape()[1],
            run.whole("splits"));
    for (double[] row : rows(run, "probabilities")) {
      stream.add(row);
    }
    run.put("mean", stream.score().mean());
    run.put("std", stream.score().deviation());
  }

  private static double[][] rows(GoldenRun run, String name) {
    GoldenArray array = run.stored(name);
    double[][] rows = new double[(int) array.shape()[0]][];
    int size = (int) array.shape()[1];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(array.values(), i * size, (i + 1) * size));
    return rows;
  }

  private static void slicedWasserstein(GoldenRun run) {
    run.put(
        "distance",
        SlicedWasserstein.distance(
            features(run, "real"),
            features(run, "fake"),
            rows(run, "projections"),
            run.number("p"),
            Progress.NONE));
  }

  private static void earthMover(GoldenRun run) {
    run.put(
        "emd",
        EarthMover.distance(
            run.stored("p").values(), run.stored("q").values(), run.number("bin_width")));
  }

  private static void pathLength(GoldenRun run) {
    run.put(
        "ppl",
        PathLengths.trimmedMean(
            run.stored("distances").values(), run.number("low"), run.number("high")));
  }
}
