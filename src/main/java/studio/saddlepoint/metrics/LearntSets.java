package studio.saddlepoint.metrics;

import java.nio.file.Path;
import java.util.Optional;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataMatch;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.ScaledDataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.metric.Warning;
import studio.saddlepoint.nn.Resolution;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Both parts of the data set that a snapshot was trained on, as it is now, with the classes by the
 * numbers that the networks know, and the resolution that the snapshot stands at.
 *
 * @param train what was learnt from
 * @param test what was held out; the same where nothing was
 * @param changed what is not as it was, if anything
 */
public record LearntSets(DataSet train, DataSet test, Optional<Warning> changed) {
  private static final String OTHER_DATA = "Not the data that was learnt from: ";

  /**
   * Opens them.
   *
   * @param caches where prepared images are kept
   * @throws studio.saddlepoint.core.StudioException if the data set cannot be used
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static LearntSets open(
      Snapshot snapshot, DataSettings data, Path caches, Progress progress) {
    TorchEngine.start(Progress.NONE);
    DataMatch match =
        snapshot.trainedOn().match(DataSets.open(data, Split.TRAIN, caches, progress));
    int size = snapshot.resolution().map(Resolution::size).orElse(match.matched().shape().height());
    return new LearntSets(
        ScaledDataSet.of(match.matched(), size),
        ScaledDataSet.of(match.matched(DataSets.open(data, Split.TEST, caches, progress)), size),
        match.change().map(each -> new Warning(OTHER_DATA + each)));
  }
}
