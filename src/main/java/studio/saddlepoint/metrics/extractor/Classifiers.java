package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.metrics.store.MetricCache;
import studio.saddlepoint.run.Safetensors;
import studio.saddlepoint.torch.TorchEngine;

/** The data sets' classifiers, trained once each and kept. */
public final class Classifiers {
    private static final String ACCURACY = "accuracy";

    private final MetricCache cache;

    /**
     * Classifiers of a folder.
     *
     * @param caches the program's folder for caches
     */
    public Classifiers(Path caches) {
        this.cache = new MetricCache(caches);
    }

    /**
     * The classifier of a data set; trains it the first time.
     *
     * @param train what it learns from
     * @param test what its accuracy is measured on
     * @throws studio.saddlepoint.core.StudioException if the data set has no labels
     * @throws java.util.concurrent.CancellationException if cancelled; nothing is kept then
     */
    public ClassifierExtractor of(DataSet train, DataSet test, Progress progress) {
        Device device = TorchEngine.device("auto");
        String key =
                String.format(
                        Locale.ROOT,
                        "classifier %s of %s, tested on %s",
                        ClassifierTraining.VERSION,
                        train.fingerprint(),
                        test.fingerprint());
        Safetensors.Loaded weights =
                cache.get("classifiers", key, () -> make(train, test, device, progress));
        return new ClassifierExtractor(
                train.name(),
                train.classNames(),
                ClassifierNetwork.of(train.shape(), weights.tensors(), device),
                Double.parseDouble(weights.metadata().getOrDefault(ACCURACY, "NaN")),
                !test.fingerprint().equals(train.fingerprint()));
    }

    private static Safetensors.Loaded make(
            DataSet train, DataSet test, Device device, Progress progress) {
        try (ClassifierNetwork network =
                ClassifierTraining.train(train, device, progress.part(0, 0.95))) {
            double accuracy = ClassifierTraining.accuracy(network, test, progress.part(0.95, 1));
            return new Safetensors.Loaded(
                    network.tensors(), Map.of(ACCURACY, Double.toString(accuracy)));
        }
    }
}
