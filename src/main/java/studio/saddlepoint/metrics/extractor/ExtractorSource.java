package studio.saddlepoint.metrics.extractor;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.metrics.store.KnownWeights;
import studio.saddlepoint.metrics.store.WeightStore;
import studio.saddlepoint.torch.TorchEngine;

/**
 * The things that an extractor may be opened with.
 *
 * @param shape of the images that it will look at
 * @param data the data set that they are compared with; empty where there is none
 * @param caches the program's folder for caches
 * @param learnt told how many images were learned from, each as often as it was seen
 * @param progress told how far it is
 */
public record ExtractorSource(
    ImageShape shape, Optional<Splits> data, Path caches, LongConsumer learnt, Progress progress) {
  private static final String DEVICE = "auto";

  /**
   * The two parts of a data set.
   *
   * @param train to learn from
   * @param test to measure on how well
   */
  public record Splits(DataSet train, DataSet test) {}

  /** Where networks lie. */
  Device device() {
    return TorchEngine.device(DEVICE);
  }

  /**
   * Opens published weights.
   *
   * @throws studio.saddlepoint.core.StudioException if they are not here, or damaged
   */
  NetworkFile network(KnownWeights known) {
    Path file = new WeightStore(caches).get(known);
    progress.report("Opening " + known.name(), Double.NaN);
    return NetworkFile.of(known, file, device());
  }
}
