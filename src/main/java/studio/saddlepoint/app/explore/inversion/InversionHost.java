package studio.saddlepoint.app.explore.inversion;

import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;
import studio.saddlepoint.latent.Snapshot;

/** What the tools ask of the explorer around them. All but {@link #share} on the FX thread. */
public interface InversionHost {
  /** The weights, for who closes them; empty where there are none. From any thread. */
  Optional<Snapshot> share();

  /** The class that the explorer stands at. */
  int label();

  /** The picture that the explorer shows; empty where nothing is drawn yet. */
  Optional<Picture> shown();

  /** Makes a code an end of the path: A, or B. */
  void take(LatentPoint code, int label, boolean asB);
}
