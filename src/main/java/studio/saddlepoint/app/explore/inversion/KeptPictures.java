package studio.saddlepoint.app.explore.inversion;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import studio.saddlepoint.core.HeldOne;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.memory.TrainingPictures;
import studio.saddlepoint.recipe.DataSettings;

/** The training pictures as they were last looked at, so that each look but the first is quick. */
public final class KeptPictures implements AutoCloseable {
  private record Key(DataSettings data, ImageShape shape) {}

  private final Path caches;
  private final HeldOne<Key, TrainingPictures> held = new HeldOne<>(this::closed);
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Nothing is kept yet.
   *
   * @param caches where classifiers of data sets are kept
   */
  public KeptPictures(Path caches) {
    this.caches = caches;
  }

  /** Works with what a snapshot was trained on; one at a time. */
  <T> T with(Snapshot snapshot, Progress progress, Function<TrainingPictures, T> work) {
    Key wanted = new Key(snapshot.recipe().data(), snapshot.shape());
    return held.with(
        wanted,
        () -> {
          TrainingPictures made =
              TrainingPictures.open(snapshot, wanted.data(), Optional.empty(), caches, progress);
          open.incrementAndGet();
          return made;
        },
        work);
  }

  private void closed(TrainingPictures pictures) {
    pictures.close();
    open.decrementAndGet();
  }

  /** How many are open: one at most. */
  public int open() {
    return open.get();
  }

  /** Closes them, now or when the work with them has ended; they are opened again when needed. */
  @Override
  public void close() {
    held.release();
  }
}
