package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.DataSets;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Measures generated images against a data set. Works on the caller's thread, which builds graphs
 * afterwards as it did before; call it in the background.
 */
public final class Evaluator {

    private final Path caches;

    /**
     * An evaluator.
     *
     * @param caches where classifiers and statistics of data sets are kept
     */
    public Evaluator(Path caches) {
        this.caches = caches;
    }

    /**
     * Measures a snapshot against the train split of a data set.
     *
     * @param snapshot what makes the images
     * @param data the data set
     * @param request what to measure
     * @param progress told how far it is
     * @throws StudioException if the data set, the extractor or the images cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled; nothing half-written is left
     */
    public EvaluationResult evaluate(
            Snapshot snapshot, DataSettings data, EvaluationRequest request, Progress progress) {
        TorchEngine.start(Progress.NONE);
        Progress opening = progress.part(0, 0.05);
        DataSet train = DataSets.open(data.source(), data.size(), Split.TRAIN, caches, opening);
        DataSet test = DataSets.open(data.source(), data.size(), Split.TEST, caches, opening);
        ImageSource images =
                new SnapshotImages(
                        snapshot, request.samples(), request.truncation(), request.seed());
        return evaluate(images, train, test, request, progress.part(0.05, 1));
    }

    /**
     * Measures images of any source against a data set.
     *
     * @param images what to measure; its seed and truncation are taken to be the request's
     * @param train what to compare with
     * @param test what a classifier's accuracy is measured on
     * @param request what to measure
     * @param progress told how far it is
     * @throws StudioException if the data set, the extractor or the images cannot be used
     * @throws java.util.concurrent.CancellationException if cancelled; nothing half-written is left
     */
    public EvaluationResult evaluate(
            ImageSource images,
            DataSet train,
            DataSet test,
            EvaluationRequest request,
            Progress progress) {
        long start = System.nanoTime();
        int real = Math.min(request.samples(), train.size());
        check(images.shape(), train, real);
        try (FeatureExtractor extractor =
                open(request.extractor(), train, test, progress.part(0, 0.4))) {
            Map<String, Double> values =
                    measure(images, train, request, extractor, real, progress.part(0.4, 1));
            Provenance provenance = new Provenance(request, extractor, train, test, real);
            progress.report("Evaluated", 1);
            return new EvaluationResult(
                    values,
                    provenance.how(),
                    Duration.ofNanos(System.nanoTime() - start),
                    provenance.warnings());
        }
    }

    /**
     * How often a conditional generator makes the class that it is asked for, in the eyes of the
     * data set's classifier.
     *
     * @param snapshot of a conditional generator
     * @param data the data set that it was trained on
     * @param samples images to make, of classes drawn uniformly
     * @param seed of the latent codes and classes
     * @param progress told how far it is
     * @return share of the images, 0 to 1
     */
    public double classAccuracy(
            Snapshot snapshot, DataSettings data, int samples, long seed, Progress progress) {
        TorchEngine.start(Progress.NONE);
        DataSet train = DataSets.open(data.source(), data.size(), Split.TRAIN, caches, progress);
        DataSet test = DataSets.open(data.source(), data.size(), Split.TEST, caches, progress);
        SnapshotImages images = new SnapshotImages(snapshot, samples, OptionalDouble.empty(), seed);
        check(images.shape(), train, samples);
        try (ClassifierExtractor classifier =
                new Classifiers(caches).of(train, test, progress.part(0, 0.5))) {
            int right = 0;
            for (int from = 0; from < samples; from += RealSide.BATCH) {
                progress.checkCancelled();
                int count = Math.min(RealSide.BATCH, samples - from);
                long[] seen = classifier.classes(Quantizer.bytes(images.images(from, count)));
                for (int i = 0; i < count; i++) {
                    if (seen[i] == images.label(from + i)) {
                        right++;
                    }
                }
            }
            return (double) right / samples;
        }
    }

    private static void check(ImageShape shape, DataSet train, int real) {
        if (!shape.equals(train.shape())) {
            throw new StudioException(
                    "The generator makes images of %s, but those of \"%s\" are %s. Choose the data set that it was trained on."
                            .formatted(text(shape), train.name(), text(train.shape())));
        }
        if (real <= PrecisionRecall.NEIGHBOURS) {
            throw new StudioException(
                    "The data set \"%s\" has only %d images, too few to compare with. Choose a larger one."
                            .formatted(train.name(), real));
        }
    }

    private static String text(ImageShape shape) {
        return "%dx%d pixels in %s"
                .formatted(
                        shape.width(), shape.height(), shape.channels() == 1 ? "grey" : "colour");
    }

    private FeatureExtractor open(
            ExtractorChoice choice, DataSet train, DataSet test, Progress progress) {
        if (choice instanceof ExtractorChoice.TorchScript script) {
            progress.report("Opening " + script.file().getFileName(), 0);
            return new TorchScriptExtractor(
                    script.file(), train.shape(), TorchEngine.device("auto"));
        }
        return choice instanceof ExtractorChoice.Pixels
                ? new PixelExtractor(train.shape())
                : new Classifiers(caches).of(train, test, progress);
    }

    private Map<String, Double> measure(
            ImageSource images,
            DataSet train,
            EvaluationRequest request,
            FeatureExtractor extractor,
            int real,
            Progress progress) {
        boolean fid = request.metrics().contains(Metric.FID);
        boolean pairs = request.metrics().contains(Metric.PRECISION_RECALL);
        RealSide realSide = new RealSide(caches, train, extractor, real);
        Map<String, Double> values = new LinkedHashMap<>();
        try (StatisticsStream stream = new StatisticsStream(fid ? extractor.dimension() : 1)) {
            FeatureRows rows =
                    new FeatureRows(pairs ? request.samples() : 0, extractor.dimension());
            Progress drawing = progress.part(0, 0.6);
            for (int from = 0; from < request.samples(); from += RealSide.BATCH) {
                drawing.checkCancelled();
                drawing.report("Drawing samples", (double) from / request.samples());
                int count = Math.min(RealSide.BATCH, request.samples() - from);
                float[] features = extractor.features(Quantizer.bytes(images.images(from, count)));
                if (fid) {
                    stream.add(features);
                }
                if (pairs) {
                    rows.add(features);
                }
            }
            if (fid) {
                FeatureStatistics expected = realSide.statistics(progress.part(0.6, 0.75));
                progress.report("Computing the Fréchet distance", 0.75);
                values.put("fid", FrechetDistance.between(expected, stream.statistics()));
            }
            if (pairs) {
                progress.checkCancelled();
                PrecisionRecall found =
                        PrecisionRecall.of(
                                realSide.features(progress.part(0.75, 0.85)),
                                rows.features(),
                                PrecisionRecall.NEIGHBOURS,
                                progress.part(0.85, 1));
                values.put("precision", found.precision());
                values.put("recall", found.recall());
                values.put("f1", found.f1());
            }
        }
        progress.checkCancelled();
        return values;
    }
}
