package studio.saddlepoint.app.explore;

import java.util.List;
import studio.saddlepoint.latent.ClassMix;
import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Shift;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;

/**
 * What happens to codes on their way to pictures; what a generator cannot is of no effect.
 *
 * @param inW truncation in w
 * @param noise that its layers add
 * @param noiseSeed decides fresh noise
 * @param shifts along directions
 * @param mix a second class
 */
record Styling(
    WTruncation inW, LayerNoise noise, long noiseSeed, List<Shift> shifts, ClassMix mix) {
  /** A snapshot that draws so, for somebody else, who closes it; the one given stays open. */
  Snapshot of(Snapshot snapshot) {
    try (Snapshot truncated = snapshot.truncated(inW);
        Snapshot noisy = truncated.withNoise(noise, noiseSeed);
        Snapshot shifted = noisy.shifted(shifts)) {
      return shifted.mixed(mix);
    }
  }
}
