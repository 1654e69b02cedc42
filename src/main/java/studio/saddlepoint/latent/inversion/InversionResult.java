package studio.saddlepoint.latent.inversion;

import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.latent.LatentPoint;

/**
 * What an inversion found.
 *
 * @param point the code
 * @param label the class that the picture was made of
 * @param made what the code alone makes, with the noise that layers keep
 * @param withNoise what it makes with the noise that was found beside it; empty where none was
 *     looked for
 * @param losses the least loss after each step, from that of the starts
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record InversionResult(
    LatentPoint point, int label, Made made, Optional<Made> withNoise, double[] losses) {
  /**
   * A picture, and how near it comes.
   *
   * @param picture as it is shown
   * @param pixels (C, H, W) in -1..1
   * @param pixelDistance root of the mean squared difference of pixels, which go from -1 to 1
   * @param featureDistance Euclidean distance of features
   */
  public record Made(
      Picture picture, float[] pixels, double pixelDistance, double featureDistance) {}
}
