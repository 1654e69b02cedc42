package studio.saddlepoint.app.explore;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.saddlepoint.app.StudioModel;
import studio.saddlepoint.app.explore.ExploreEngine.Subject;
import studio.saddlepoint.core.Progress;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.metrics.TruncationEffect;

/**
 * Measures, as soon as a person truncates, whether that does anything to the generator, once for
 * each run: what decides it is how the network is built. For the FX thread; measures in the
 * background.
 */
final class TruncationWatch {
  private static final Logger LOG = LoggerFactory.getLogger(TruncationWatch.class);

  private final StudioModel studio;
  private final ExploreModel model;
  private final ReadOnlyObjectWrapper<Optional<TruncationEffect>> effect =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable Object measured;

  TruncationWatch(StudioModel studio, ExploreModel model) {
    this.studio = studio;
    this.model = model;
    model.stateProperty().addListener((p, old, now) -> look());
    model.subjectProperty().addListener((p, old, now) -> look());
  }

  /** What was measured of the run that is open; empty before. */
  ReadOnlyObjectProperty<Optional<TruncationEffect>> effectProperty() {
    return effect.getReadOnlyProperty();
  }

  private void look() {
    Object run = studio.openRunProperty().get();
    Subject subject = model.subjectProperty().get();
    if (run != measured) {
      measured = null;
      effect.set(Optional.empty());
    }
    // The first weights say nothing: all their pictures are grey.
    if (run == null
        || subject == null
        || subject.step() == 0
        || measured != null
        || model.state().untruncated()) {
      return;
    }
    model.share().ifPresent(snapshot -> measure(snapshot, run));
  }

  private void measure(Snapshot snapshot, Object run) {
    measured = run;
    CompletableFuture.supplyAsync(
            () -> {
              try (snapshot) {
                return TruncationEffect.measure(snapshot, Progress.NONE);
              }
            })
        .whenCompleteAsync(
            (found, error) -> {
              if (error != null) {
                LOG.debug("The effect of truncation was not measured", error);
              } else if (run == measured) {
                effect.set(Optional.of(found));
              }
            },
            studio.ui());
  }
}
