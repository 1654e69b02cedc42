package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.run.HostTensor;
import studio.saddlepoint.run.Safetensors;

/** What the real images give: statistics, which are kept on disk, and features. */
final class RealSide {
    /** Images a batch; the same on both sides, so that identical images give identical sums. */
    static final int BATCH = 64;

    private final MetricCache cache;
    private final DataSet set;
    private final FeatureExtractor extractor;
    private final int[] images;

    /**
     * The real side of an evaluation.
     *
     * @param count number of images to take, at most the set's size
     */
    RealSide(Path caches, DataSet set, FeatureExtractor extractor, int count) {
        this.cache = new MetricCache(caches);
        this.set = set;
        this.extractor = extractor;
        this.images = ReferenceImages.choose(set, count);
    }

    /** The statistics of the images' features, computed only if they are not on disk. */
    FeatureStatistics statistics(Progress progress) {
        String key =
                "statistics of %s by %s, %d images"
                        .formatted(set.fingerprint(), extractor.id(), images.length);
        Safetensors.Loaded loaded = cache.get("statistics", key, () -> store(compute(progress)));
        HostTensor mean = loaded.tensors().get("mean");
        HostTensor covariance = loaded.tensors().get("covariance");
        if (mean == null || covariance == null) {
            throw new IllegalStateException("statistics without mean or covariance: " + key);
        }
        return new FeatureStatistics(
                images.length, MetricCache.doubles(mean), MetricCache.doubles(covariance));
    }

    private FeatureStatistics compute(Progress progress) {
        try (StatisticsStream stream = new StatisticsStream(extractor.dimension())) {
            forEachBatch(progress, stream::add);
            return stream.statistics();
        }
    }

    private static Safetensors.Loaded store(FeatureStatistics statistics) {
        int d = statistics.dimension();
        return new Safetensors.Loaded(
                Map.of(
                        "mean", MetricCache.doubles(statistics.mean(), d),
                        "covariance", MetricCache.doubles(statistics.covariance(), d, d)),
                Map.of("count", Long.toString(statistics.count())));
    }

    /** The images' features. */
    Features features(Progress progress) {
        FeatureRows rows = new FeatureRows(images.length, extractor.dimension());
        forEachBatch(progress, rows::add);
        return rows.features();
    }

    private void forEachBatch(Progress progress, Consumer<float[]> consumer) {
        for (int from = 0; from < images.length; from += BATCH) {
            progress.checkCancelled();
            progress.report("Looking at real images", (double) from / images.length);
            int to = Math.min(images.length, from + BATCH);
            byte[] pixels = ReferenceImages.pixels(set, Arrays.copyOfRange(images, from, to));
            consumer.accept(extractor.features(pixels));
        }
    }
}
