package studio.saddlepoint.golden;

import java.util.Map;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.metrics.FeatureStatistics;
import studio.saddlepoint.metrics.Features;
import studio.saddlepoint.metrics.FrechetDistance;
import studio.saddlepoint.metrics.PrecisionRecall;
import studio.saddlepoint.metrics.StatisticsStream;

/** Golden operations of metrics. */
final class MetricsGolden {
    static final Map<String, GoldenOp> OPS =
            Map.of(
                    "fid", MetricsGolden::fid,
                    "fid_from_statistics", MetricsGolden::fidFromStatistics,
                    "precision_recall", MetricsGolden::precisionRecall,
                    "f1_score", MetricsGolden::f1);

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
                        features(run, "real"),
                        features(run, "fake"),
                        run.whole("k"),
                        Progress.NONE);
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
}
