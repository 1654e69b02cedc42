package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.core.StudioException;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;
import studio.saddlepoint.torch.TorchEngine;

/** Opens what a person chose as extractor. Nothing is downloaded here. */
public final class Extractors {
  private static final String DEVICE = "auto";
  private static final int INCEPTION_FEATURES = 2048;
  private static final int VGG_FEATURES = 4096;
  private static final double CLASSIFIER_PER_PIXEL = 1.5e-7;
  private static final double RANDOM_PER_PIXEL = 1.5e-7;
  private static final double PIXELS_PER_PIXEL = 1e-8;
  private static final double LARGE_NETWORK = 0.05;

  private Extractors() {}

  /**
   * Opens an extractor for images of a data set.
   *
   * @param train what a classifier learns from, the first time
   * @param test what a classifier's accuracy is measured on
   * @param caches the program's folder for caches
   * @param progress told how far it is
   * @throws StudioException if it cannot be used; the message tells why and what to do
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
    TorchEngine.start(Progress.NONE);
    return choice instanceof ExtractorChoice.Classifier
        ? new Classifiers(caches).of(train, test, learnt, progress)
        : open(choice, train.shape(), caches, progress);
  }

  /**
   * Opens an extractor for images of a shape; any but a classifier.
   *
   * @param shape of the images
   * @param caches the program's folder for caches
   * @param progress told how far it is
   * @throws StudioException if it cannot be used; the message tells why and what to do
   */
  public static FeatureExtractor open(
      ExtractorChoice choice, ImageShape shape, Path caches, Progress progress) {
    TorchEngine.start(Progress.NONE);
    Device device = TorchEngine.device(DEVICE);
    WeightStore store = new WeightStore(caches);
    if (choice instanceof ExtractorChoice.Pixels) {
      return new PixelExtractor(shape);
    } else if (choice instanceof ExtractorChoice.RandomConvolution random) {
      return new RandomConvolutionExtractor(random.seed(), shape, device);
    } else if (choice instanceof ExtractorChoice.Inception inception) {
      Path file = store.get(KnownWeights.INCEPTION);
      progress.report("Opening Inception-v3", Double.NaN);
      return new InceptionExtractor(
          NetworkFile.of(KnownWeights.INCEPTION, file, device), inception.resize(), shape);
    } else if (choice instanceof ExtractorChoice.Vgg) {
      Path file = store.get(KnownWeights.VGG16);
      progress.report("Opening VGG16", Double.NaN);
      return new TorchScriptExtractor(
          NetworkFile.of(KnownWeights.VGG16, file, device), KnownWeights.VGG16.name(), shape);
    } else if (choice instanceof ExtractorChoice.TorchScript script) {
      progress.report("Opening " + script.file().getFileName(), Double.NaN);
      return new TorchScriptExtractor(script.file(), shape, device);
    }
    throw new StudioException(
        "A classifier is trained on a labelled data set, and there is none here. Choose Inception-v3, random convolutions, pixels or a TorchScript file as the extractor.");
  }

  /**
   * How many numbers a feature has.
   *
   * @param shape of the images
   */
  public static int dimension(ExtractorChoice choice, ImageShape shape) {
    if (choice instanceof ExtractorChoice.Classifier) {
      return ClassifierNetwork.FEATURES;
    } else if (choice instanceof ExtractorChoice.RandomConvolution) {
      return RandomConvolutionExtractor.dimension(shape);
    } else if (choice instanceof ExtractorChoice.Pixels) {
      return new PixelExtractor(shape).dimension();
    }
    return choice instanceof ExtractorChoice.Vgg ? VGG_FEATURES : INCEPTION_FEATURES;
  }

  /**
   * The seconds that it takes for one image on two cores that do nothing else.
   *
   * @param shape of the images
   */
  public static double usualSeconds(ExtractorChoice choice, ImageShape shape) {
    int area = shape.height() * shape.width();
    if (choice instanceof ExtractorChoice.Classifier) {
      return CLASSIFIER_PER_PIXEL * area;
    } else if (choice instanceof ExtractorChoice.RandomConvolution) {
      return RANDOM_PER_PIXEL * area;
    } else if (choice instanceof ExtractorChoice.Pixels) {
      return PIXELS_PER_PIXEL * area;
    }
    return LARGE_NETWORK;
  }
}
