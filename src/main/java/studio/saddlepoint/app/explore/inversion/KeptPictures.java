package studio.saddlepoint.app.explore.inversion;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.memory.TrainingPictures;
import studio.saddlepoint.recipe.DataSettings;

/** The training pictures as they were last looked at, so that each look but the first is quick. */
public final class KeptPictures implements AutoCloseable {
  private record Key(DataSettings data, ImageShape shape) {}

  private final Path caches;
  private @Nullable Key key;
  private @Nullable TrainingPictures pictures;

  /**
   * Nothing is kept yet.
   *
   * @param caches where classifiers of data sets are kept
   */
  public KeptPictures(Path caches) {
    this.caches = caches;
  }

  /** Works with what a snapshot was trained on; one at a time. */
  synchronized <T> T with(
      Snapshot snapshot, Progress progress, Function<TrainingPictures, T> work) {
    Key wanted = new Key(snapshot.recipe().data(), snapshot.shape());
    TrainingPictures there = pictures;
    if (there == null || !Objects.equals(key, wanted)) {
      close();
      there = TrainingPictures.open(snapshot, wanted.data(), Optional.empty(), caches, progress);
      pictures = there;
      key = wanted;
    }
    return work.apply(there);
  }

  @Override
  public synchronized void close() {
    if (pictures != null) {
      pictures.close();
      pictures = null;
    }
  }
}
