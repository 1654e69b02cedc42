package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataMatch;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.KeepBest;
import studio.saddlepoint.latent.RankedSamples;
import studio.saddlepoint.latent.SeededCodes;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.extractor.ExtractorChoice;
import studio.saddlepoint.metrics.extractor.Extractors;
import studio.saddlepoint.metrics.extractor.FeatureExtractor;
import studio.saddlepoint.metrics.feature.FeatureRows;
import studio.saddlepoint.metrics.feature.Features;
import studio.saddlepoint.metrics.image.DataSetImages;
import studio.saddlepoint.metrics.image.ImageSource;
import studio.saddlepoint.metrics.image.ReferenceImages;
import studio.saddlepoint.metrics.image.SnapshotImages;
import studio.saddlepoint.metrics.neighbour.PairMetrics;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.torch.TorchEngine;

/** What tells which of a generator's samples are the best, see {@link KeepBest}. */
public final class BestSamples {
    /** Real images that realism is told by, at most. */
    private static final int REALS = 2048;

    /** Samples whose features are kept at once. */
    private static final int CHUNK = 8192;

    static final String SHARED =
            "Realism chose the samples by real images that they are measured with, too, for want of others: precision is high by that alone. Compare with the held-out part.";

    private static final String JUDGED =
            "The checkpoint of step %d has no discriminator that fits.";

    private BestSamples() {}

    /**
     * Ranks samples of a snapshot.
     *
     * @param by what tells which are the best
     * @param candidates the samples
     * @param data the data set, which realism compares with by its own classifier where it has
     *     classes, and by pixels otherwise
     * @param caches where classifiers of data sets are kept
     * @throws StudioException if the discriminator or the data set cannot be had
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static RankedSamples rank(
            KeepBest.By by,
            Snapshot snapshot,
            SeededCodes candidates,
            DataSettings data,
            Path caches,
            Progress progress) {
        if (by == KeepBest.By.DISCRIMINATOR) {
            return byDiscriminator(snapshot).of(candidates, progress);
        }
        TorchEngine.start(Progress.NONE);
        Progress opening = progress.part(0, 0.1);
        DataMatch match =
                snapshot.trainedOn()
                        .match(
                                DataSets.open(
                                        data.source(), data.size(), Split.TRAIN, caches, opening));
        DataSet train = match.matched();
        DataSet test =
                match.matched(
                        DataSets.open(data.source(), data.size(), Split.TEST, caches, opening));
        ExtractorChoice choice =
                train.classNames().isEmpty()
                        ? new ExtractorChoice.Pixels()
                        : new ExtractorChoice.Classifier();
        try (FeatureExtractor extractor =
                Extractors.open(choice, train, test, caches, progress.part(0.1, 0.4))) {
            return byRealism(snapshot, train, 0, extractor, progress.part(0.4, 0.5))
                    .of(candidates, progress.part(0.5, 1));
        }
    }

    /**
     * The ranking by the discriminator.
     *
     * @throws StudioException if the snapshot has none
     */
    static RankedSamples.Ranking byDiscriminator(Snapshot snapshot) {
        if (!snapshot.judges()) {
            throw new StudioException(
                    String.format(Locale.ENGLISH, JUDGED, snapshot.step())
                            + " Keep the best by realism instead, or choose another checkpoint.");
        }
        return RankedSamples.byDiscriminator(snapshot);
    }

    /**
     * The ranking by realism. The real images are others than the first ones, which metrics compare
     * with, as far as there are others: or the same images would choose and praise the choice.
     *
     * @param train the real images
     * @param measured how many of them, in the order of {@link ReferenceImages}, are compared with
     * @param extractor what looks at images; stays the caller's
     */
    static RankedSamples.Ranking byRealism(
            Snapshot snapshot,
            DataSet train,
            int measured,
            FeatureExtractor extractor,
            Progress progress) {
        Features real = features(train, measured, extractor, progress);
        return (candidates, told) -> {
            double[] scores = new double[candidates.count()];
            for (int from = 0; from < scores.length; from += CHUNK) {
                int count = Math.min(CHUNK, scores.length - from);
                Progress part =
                        told.part(
                                (double) from / scores.length,
                                (double) (from + count) / scores.length);
                double[] some = realism(snapshot, candidates, from, count, real, extractor, part);
                System.arraycopy(some, 0, scores, from, count);
            }
            return scores;
        };
    }

    private static double[] realism(
            Snapshot snapshot,
            SeededCodes candidates,
            int from,
            int count,
            Features real,
            FeatureExtractor extractor,
            Progress progress) {
        ImageSource images = new SnapshotImages(snapshot, from + count, candidates);
        FeatureRows rows = new FeatureRows(count, extractor.dimension());
        for (int i = from; i < from + count; i += RealSide.BATCH) {
            progress.checkCancelled();
            progress.report("Comparing samples with real images", (double) (i - from) / count);
            int some = Math.min(RealSide.BATCH, from + count - i);
            rows.add(images.extract(i, some, extractor).features());
        }
        return PairMetrics.of(
                        real,
                        rows.features(),
                        Set.of(PairMetrics.Part.REALISM),
                        progress.part(0.9, 1))
                .realism();
    }

    private static Features features(
            DataSet train, int measured, FeatureExtractor extractor, Progress progress) {
        int all = train.size();
        int last = Math.min(all, measured + REALS);
        int first = Math.min(measured, Math.max(0, last - REALS));
        int[] order = ReferenceImages.choose(train, last);
        ImageSource images = new DataSetImages(train, Arrays.copyOfRange(order, first, last));
        FeatureRows rows = new FeatureRows(last - first, extractor.dimension());
        for (int i = 0; i < last - first; i += RealSide.BATCH) {
            progress.checkCancelled();
            progress.report("Looking at real images", (double) i / (last - first));
            int some = Math.min(RealSide.BATCH, last - first - i);
            rows.add(images.extract(i, some, extractor).features());
        }
        return rows.features();
    }

    /** Samples that are compared with other real images than those of their data set. */
    static ImageSource images(Comparison.Samples given, Path caches, Progress progress) {
        Snapshot snapshot = given.snapshot();
        int count = given.count();
        int drawn = given.keep().map(keep -> keep.candidates(count)).orElse(count);
        SeededCodes codes = SnapshotImages.codes(snapshot, drawn, given.truncation(), given.seed());
        return given.keep()
                .map(
                        keep ->
                                rank(
                                                keep.by(),
                                                snapshot,
                                                codes,
                                                snapshot.recipe().data(),
                                                caches,
                                                progress)
                                        .best(count, keep))
                .map(best -> new SnapshotImages(snapshot, count, best))
                .orElseGet(() -> new SnapshotImages(snapshot, count, codes));
    }

    /** The ranking of a kind, see {@link #byDiscriminator} and {@link #byRealism}. */
    static RankedSamples.Ranking ranking(
            KeepBest.By by,
            Snapshot snapshot,
            DataSet train,
            int measured,
            FeatureExtractor extractor,
            Progress progress) {
        return by == KeepBest.By.DISCRIMINATOR
                ? byDiscriminator(snapshot)
                : byRealism(snapshot, train, measured, extractor, progress);
    }

    /** How many of the train split's images so many samples are compared with. */
    static int measured(DataSet train, Split against, int samples) {
        return against == Split.TRAIN ? Math.min(samples, train.size()) : 0;
    }

    /** Whether realism chooses samples by real images that they are measured with, too. */
    static boolean praiseThemselves(EvaluationRequest request, DataSet train, Split against) {
        return request.keep().filter(keep -> keep.by() == KeepBest.By.REALISM).isPresent()
                && train.size() < measured(train, against, request.samples()) + REALS;
    }
}
