package studio.saddlepoint.app.evaluate.human;

import java.util.OptionalDouble;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.app.evaluate.model.Measuring.Subject;
import studio.saddlepoint.app.evaluate.model.SnapshotMeasuring;
import studio.saddlepoint.core.Home;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.DataSet;
import studio.saddlepoint.data.Split;
import studio.saddlepoint.data.source.DataSets;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.human.HumanDeck;
import studio.saddlepoint.recipe.DataSettings;
import studio.saddlepoint.torch.TorchEngine;

/**
 * Deals pictures of a run's weights and of its data set.
 *
 * @param home where prepared data sets are kept
 */
public record SnapshotDealing(Home home) implements Dealing {
  @Override
  public Dealt deal(
      Subject subject, int count, OptionalDouble truncation, long seed, Progress progress)
      throws Exception {
    progress.report(Messages.text("evaluate.loading"), Double.NaN);
    TorchEngine.start(Progress.NONE);
    try (Snapshot snapshot = SnapshotMeasuring.open(subject, progress)) {
      DataSettings data = subject.run().folder().recipe().data();
      DataSet set = DataSets.open(data, Split.TRAIN, home.caches(), progress.part(0, 0.5));
      return new Dealt(
          snapshot.step(),
          HumanDeck.deal(snapshot, set, count, truncation, seed, progress.part(0.5, 1)));
    }
  }
}
