package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.torch.TorchEngine;

/** Metrics of a snapshot over truncation, and over the number of samples. */
public final class Curves {
    /** Thresholds of the truncated normal that are looked at; infinite is none. */
    static final double[] THRESHOLDS = {0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, Double.POSITIVE_INFINITY};

    /** Numbers of samples that are looked at. */
    static final int SIZES = 8;

    private final Path caches;
    private final Evaluator evaluator;

    /**
     * Curves.
     *
     * @param caches where classifiers and statistics of data sets are kept
     */
    public Curves(Path caches) {
        this.caches = caches;
        this.evaluator = new Evaluator(caches);
    }

    /**
     * Precision and recall for thresholds of the truncated normal, none being the last: draw one
     * against the other, or both over the threshold.
     *
     * @param snapshot what makes the images
     * @param data the data set
     * @param request how to measure; its metrics and truncation are not used
     * @param progress told how far it is
     * @return series {@code precision}, {@code recall}
     * @throws studio.saddlepoint.core.StudioException if the data set, the extractor or the images
     *     cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Curve precisionRecallOverTruncation(
            Snapshot snapshot, DataSettings data, EvaluationRequest request, Progress progress) {
        return opened(
                data,
                request,
                progress,
                (reference, extractor, rest) -> {
                    List<CurvePoint> points = new ArrayList<>();
                    for (int i = 0; i < THRESHOLDS.length; i++) {
                        OptionalDouble threshold =
                                Double.isInfinite(THRESHOLDS[i])
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(THRESHOLDS[i]);
                        EvaluationRequest here =
                                with(
                                        request,
                                        request.samples(),
                                        threshold,
                                        Metric.PRECISION_RECALL);
                        EvaluationResult result =
                                measure(
                                        snapshot,
                                        reference,
                                        here,
                                        extractor,
                                        part(rest, i, THRESHOLDS.length));
                        points.add(point(THRESHOLDS[i], result, List.of("precision", "recall")));
                    }
                    return new Curve(
                            title("Precision and recall", request, extractor),
                            "truncation threshold",
                            List.of("precision", "recall"),
                            points);
                });
    }

    /**
     * FID against the number of samples N, which it falls with: for endless samples a line over 1/N
     * meets FID∞.
     *
     * @param snapshot what makes the images
     * @param data the data set
     * @param request how to measure, with the largest N; its metrics are not used
     * @param progress told how far it is
     * @return series {@code fid}
     * @throws studio.saddlepoint.core.StudioException if the data set, the extractor or the images
     *     cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Curve fidAgainstN(
            Snapshot snapshot, DataSettings data, EvaluationRequest request, Progress progress) {
        return opened(
                data,
                request,
                progress,
                (reference, extractor, rest) -> {
                    List<CurvePoint> points = new ArrayList<>();
                    for (int i = 0; i < SIZES; i++) {
                        int n = Math.max(10, request.samples() * (i + 1) / SIZES);
                        EvaluationResult result =
                                measure(
                                        snapshot,
                                        reference,
                                        with(request, n, request.truncation(), Metric.FID),
                                        extractor,
                                        part(rest, i, SIZES));
                        points.add(point(n, result, List.of("fid")));
                    }
                    return new Curve(
                            title("FID against N", request, extractor),
                            "samples",
                            List.of("fid"),
                            points);
                });
    }

    private interface Work {
        Curve with(Reference reference, FeatureExtractor extractor, Progress progress);
    }

    private Curve opened(
            DataSettings data, EvaluationRequest request, Progress progress, Work work) {
        TorchEngine.start(Progress.NONE);
        Progress opening = progress.part(0, 0.05);
        DataSet train = DataSets.open(data.source(), data.size(), Split.TRAIN, caches, opening);
        DataSet test = DataSets.open(data.source(), data.size(), Split.TEST, caches, opening);
        try (FeatureExtractor extractor =
                Extractors.open(
                        request.extractor(), train, test, caches, progress.part(0.05, 0.3))) {
            int real = Math.min(request.samples(), train.size());
            RealSide reference = RealSide.of(caches, train, test, extractor, real);
            return work.with(reference, extractor, progress.part(0.3, 1));
        }
    }

    private EvaluationResult measure(
            Snapshot snapshot,
            Reference reference,
            EvaluationRequest request,
            FeatureExtractor extractor,
            Progress progress) {
        ImageSource images =
                new SnapshotImages(
                        snapshot, request.samples(), request.truncation(), request.seed());
        return evaluator.evaluate(images, reference, request, extractor, progress);
    }

    private static EvaluationRequest with(
            EvaluationRequest request, int samples, OptionalDouble truncation, Metric metric) {
        return new EvaluationRequest(
                request.extractor(), samples, truncation, Set.of(metric), request.seed());
    }

    private static CurvePoint point(double x, EvaluationResult result, List<String> series) {
        return new CurvePoint(
                x,
                series.stream()
                        .mapToDouble(each -> result.values().getOrDefault(each, Double.NaN))
                        .toArray());
    }

    private static Progress part(Progress progress, int index, int count) {
        return progress.part((double) index / count, (index + 1.0) / count);
    }

    private static String title(
            String what, EvaluationRequest request, FeatureExtractor extractor) {
        return String.format(
                Locale.ENGLISH, "%s (%s, N = %,d)", what, extractor.label(), request.samples());
    }
}
