package studio.saddlepoint.metrics.extractor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.torch.TorchEngine;

/** The list of all kinds of extractors, and how they are opened. A new one is one line here. */
public final class Extractors {
  /** All, in the order in which they are offered. */
  public static final List<ExtractorKind> ALL =
      List.of(
          ClassifierKind.CLASSIFIER,
          InceptionKind.INCEPTION,
          VggKind.VGG,
          OtherClassifierKind.OTHER_CLASSIFIER,
          RandomConvolutionKind.RANDOM,
          PixelKind.PIXELS,
          TorchScriptKind.TORCH_SCRIPT);

  /** What a network of some ten million weights takes for an image. */
  static final double LARGE_NETWORK_SECONDS = 0.05;

  private Extractors() {}

  /**
   * Whether numbers were made with an extractor that learnt nothing.
   *
   * @param label of an open extractor, as it is kept with the numbers
   */
  public static boolean untrained(String label) {
    String said = label.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(ExtractorKind::untrained)
        .anyMatch(each -> said.startsWith(each.commandName()));
  }

  /**
   * Opens an extractor for images of a data set.
   *
   * @param train what a classifier learns from, the first time
   * @param test what a classifier's accuracy is measured on
   * @param caches the program's folder for caches
   * @param progress told how far it is
   * @throws studio.saddlepoint.core.StudioException if it cannot be used; the message tells why and
   *     what to do
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is kept then
   */
  public static FeatureExtractor open(
      ExtractorChoice choice, DataSet train, DataSet test, Path caches, Progress progress) {
    return open(choice, train, test, caches, images -> {}, progress);
  }

  /**
   * The same.
   *
   * @param learnt told how many images a classifier learned from, each as often as it was seen; not
   *     where it is kept already
   */
  public static FeatureExtractor open(
      ExtractorChoice choice,
      DataSet train,
      DataSet test,
      Path caches,
      LongConsumer learnt,
      Progress progress) {
    Optional<ExtractorSource.Splits> data = Optional.of(new ExtractorSource.Splits(train, test));
    return open(choice, new ExtractorSource(train.shape(), data, caches, learnt, progress));
  }

  /**
   * Opens an extractor for images of a shape; any but one that learns a data set.
   *
   * @param shape of the images
   * @param caches the program's folder for caches
   * @param progress told how far it is
   * @throws studio.saddlepoint.core.StudioException if it cannot be used; the message tells why and
   *     what to do
   */
  public static FeatureExtractor open(
      ExtractorChoice choice, ImageShape shape, Path caches, Progress progress) {
    return open(
        choice, new ExtractorSource(shape, Optional.empty(), caches, images -> {}, progress));
  }

  private static FeatureExtractor open(ExtractorChoice choice, ExtractorSource source) {
    TorchEngine.start(Progress.NONE);
    return choice.kind().open(choice.setting(), source);
  }
}
