package studio.saddlepoint.metrics.extractor;

import java.nio.file.Path;
import studio.saddlepoint.metrics.store.KnownWeights;

/**
 * The extractor that turns images into the features that metrics compare, as a person chooses it.
 */
public sealed interface ExtractorChoice {
  /** How images are made the size that Inception-v3 takes. */
  enum Resize {
    /** TensorFlow 1's bilinear resizing without a filter, as most published numbers. */
    TENSORFLOW,
    /** Cubic with a filter, as clean-fid does. */
    CLEAN,
    /** Bilinear without a filter around pixel centres, and their scale, as pytorch-fid does. */
    PYTORCH
  }

  /** A small classifier trained on the data set itself; the data set must be labelled. */
  record Classifier() implements ExtractorChoice {}

  /** The pixels themselves. */
  record Pixels() implements ExtractorChoice {}

  /**
   * A convolutional network with random weights.
   *
   * @param seed decides the weights
   */
  record RandomConvolution(long seed) implements ExtractorChoice {}

  /**
   * Inception-v3, see {@link KnownWeights#INCEPTION}.
   *
   * @param resize how images are made 299 pixels wide
   */
  record Inception(Resize resize) implements ExtractorChoice {}

  /** VGG16, see {@link KnownWeights#VGG16}; its features suit precision and recall. */
  record Vgg() implements ExtractorChoice {}

  /**
   * A TorchScript module of the person's. Such a file is code: ask before opening a foreign one.
   *
   * @param file the module; takes {@code (N, 3, H, W)} float32 of 0 to 255, gives {@code (N, d)}
   */
  record TorchScript(Path file) implements ExtractorChoice {}
}
