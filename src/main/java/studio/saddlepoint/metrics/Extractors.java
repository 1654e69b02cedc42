package studio.saddlepoint.metrics;

import java.nio.file.Path;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.torch.TorchEngine;

/** Opens extractors as a person chooses them. */
final class Extractors {
    private Extractors() {}

    /**
     * Opens an extractor for a data set's images.
     *
     * @param choice which one
     * @param train what a classifier learns from
     * @param test what a classifier's accuracy is measured on
     * @param caches where classifiers are kept
     * @param progress told how far it is
     * @throws studio.saddlepoint.core.StudioException if it cannot be opened
     */
    static FeatureExtractor open(
            ExtractorChoice choice, DataSet train, DataSet test, Path caches, Progress progress) {
        if (choice instanceof ExtractorChoice.TorchScript script) {
            progress.report("Opening " + script.file().getFileName(), 0);
            return new TorchScriptExtractor(
                    script.file(), train.shape(), TorchEngine.device("auto"));
        }
        return choice instanceof ExtractorChoice.Pixels
                ? new PixelExtractor(train.shape())
                : new Classifiers(caches).of(train, test, progress);
    }
}
