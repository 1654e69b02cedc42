package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.metrics.store.MetricCache;
import studio.saddlepoint.run.checkpoint.Safetensors;
import studio.saddlepoint.torch.TorchEngine;

/** The data sets' classifiers, trained once each and kept. */
public final class Classifiers {
  private static final String KIND = "classifiers";
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
    return of(train, test, images -> {}, progress);
  }

  /**
   * The same.
   *
   * @param learnt told how many images it learned from, each as often as it was seen; not where it
   *     is kept already
   */
  ClassifierExtractor of(DataSet train, DataSet test, LongConsumer learnt, Progress progress) {
    Device device = TorchEngine.device("auto");
    Safetensors.Loaded weights =
        cache.get(KIND, key(train, test), () -> make(train, test, device, learnt, progress));
    return new ClassifierExtractor(
        train.name(),
        train.classNames(),
        ClassifierNetwork.of(train.shape(), weights.tensors(), device),
        Double.parseDouble(weights.metadata().getOrDefault(ACCURACY, "NaN")),
        !test.fingerprint().equals(train.fingerprint()));
  }

  /** Whether the classifier of a data set is there already. */
  public boolean kept(DataSet train, DataSet test) {
    return cache.holds(KIND, key(train, test));
  }

  /**
   * How many images a classifier learns from at most, each as often as it is seen.
   *
   * @param labelled images of the data set that have a class
   */
  public static long imagesToLearn(int labelled) {
    return ClassifierTraining.imagesToLearn(labelled);
  }

  private static String key(DataSet train, DataSet test) {
    return String.format(
        Locale.ROOT,
        "classifier %s of %s, tested on %s",
        ClassifierTraining.VERSION,
        train.fingerprint(),
        test.fingerprint());
  }

  private static Safetensors.Loaded make(
      DataSet train, DataSet test, Device device, LongConsumer learnt, Progress progress) {
    try (ClassifierNetwork network =
        ClassifierTraining.train(train, device, learnt, progress.part(0, 0.95))) {
      double accuracy = ClassifierTraining.accuracy(network, test, progress.part(0.95, 1));
      return new Safetensors.Loaded(network.tensors(), Map.of(ACCURACY, Double.toString(accuracy)));
    }
  }
}
