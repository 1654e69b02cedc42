package studio.saddlepoint.metrics;

import java.nio.file.Path;

/** What turns images into the features that metrics compare, as a person chooses it. */
public sealed interface ExtractorChoice {
    /** A small classifier trained on the data set itself; the data set must be labelled. */
    record Classifier() implements ExtractorChoice {}

    /** The pixels themselves. */
    record Pixels() implements ExtractorChoice {}

    /**
     * A TorchScript module, such as the Inception-v3 of StyleGAN2-ADA's metrics. Such a file is
     * code: ask before opening a foreign one.
     *
     * @param file the module; takes {@code (N, 3, H, W)} float32 of 0 to 255, gives {@code (N, d)}
     */
    record TorchScript(Path file) implements ExtractorChoice {}
}
