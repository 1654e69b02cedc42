package studio.saddlepoint.app.explore;

import java.time.Duration;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import studio.saddlepoint.latent.mixing.MixedPictures;
import studio.saddlepoint.latent.mixing.MixingRequest;

/** The grid of mixed styles: asked for again where it would come out otherwise. */
final class MixingPart {
  /**
   * A grid that was drawn.
   *
   * @param pictures the grid
   * @param took how long its drawing took
   */
  record Mixed(MixedPictures pictures, Duration took) {}

  private final ExploreEngine engine;
  private final ReadOnlyObjectWrapper<@Nullable Mixed> drawn = new ReadOnlyObjectWrapper<>();
  private @Nullable MixingRequest asked;

  MixingPart(ExploreEngine engine) {
    this.engine = engine;
  }

  /** The newest grid. */
  ReadOnlyObjectProperty<@Nullable Mixed> drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  /** Draws the grid of a state. */
  void draw(ExploreState state) {
    MixingRequest request =
        new MixingRequest(
            state.mixing().rows(),
            state.mixing().columns(),
            state.mixing().layers(),
            state.label(),
            state.inW(),
            state.noise());
    if (!Objects.equals(asked, request)) {
      asked = request;
      engine.mix(request);
    }
  }

  /** Takes what was drawn. */
  void drawn(Mixed mixed) {
    drawn.set(mixed);
  }

  /** Draws anew the next time. */
  void forget() {
    asked = null;
  }

  /** Shows nothing any more. */
  void clear() {
    forget();
    drawn.set(null);
  }
}
