package studio.saddlepoint.latent;

/**
 * The noise of one layer, pixel by pixel (Karras et al. 2019, section 3.2).
 *
 * @param height H
 * @param width W
 * @param values {@code (N, 1, H, W)}, for as many pictures as there are
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record NoiseMap(int height, int width, float[] values) {
  /** Pixels of one picture. */
  public int pixels() {
    return height * width;
  }
}
