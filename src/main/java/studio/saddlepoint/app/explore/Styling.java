package studio.saddlepoint.app.explore;

import studio.saddlepoint.latent.LayerNoise;
import studio.saddlepoint.latent.Snapshot;
import studio.saddlepoint.latent.WTruncation;

/**
 * How a style-based generator draws; of no effect on others.
 *
 * @param inW truncation in w
 * @param noise that its layers add
 * @param noiseSeed decides fresh noise
 */
record Styling(WTruncation inW, LayerNoise noise, long noiseSeed) {
  /** A snapshot that draws so, for somebody else, who closes it; the one given stays open. */
  Snapshot of(Snapshot snapshot) {
    try (Snapshot truncated = snapshot.truncated(inW)) {
      return truncated.withNoise(noise, noiseSeed);
    }
  }
}
