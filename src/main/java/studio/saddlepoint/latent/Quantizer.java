package studio.saddlepoint.latent;

import studio.saddlepoint.core.StudioException;

/** Images as they would be stored, and back. */
public final class Quantizer {
  private Quantizer() {}

  /**
   * {@code floor(clamp(127.5 x + 128, 0, 255))}, as StyleGAN2-ADA's metrics do.
   *
   * @param pixels nominally -1 to 1
   * @return unsigned bytes
   * @throws StudioException if a pixel is not a number
   */
  public static byte[] bytes(float[] pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      float value = pixels[i] * 127.5f + 128;
      if (Float.isNaN(value)) {
        throw new StudioException(
            "The generator makes images that hold NaN instead of pixels. Choose an earlier checkpoint.");
      }
      bytes[i] = (byte) (int) Math.max(0, Math.min(255, value));
    }
    return bytes;
  }

  /**
   * {@code x / 127.5 - 1}: stored images as a generator would make them.
   *
   * @param bytes unsigned
   * @return -1 to 1
   */
  public static float[] pixels(byte[] bytes) {
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (bytes[i] & 0xff) / 127.5f - 1;
    }
    return pixels;
  }
}
