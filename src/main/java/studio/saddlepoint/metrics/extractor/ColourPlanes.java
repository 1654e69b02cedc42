package studio.saddlepoint.metrics.extractor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import studio.saddlepoint.data.ImageShape;

/** Images as networks for colour pictures take them. */
public final class ColourPlanes {
  /** Red, green, blue. */
  public static final int COLOURS = 3;

  private ColourPlanes() {}

  /**
   * Bytes as floats 0 to 255, grey three times.
   *
   * @param pixels images {@code (N, C, H, W)}, unsigned bytes
   * @param shape of each image; its length decides N
   * @return {@code (N, 3, H, W)}
   */
  static float[] of(byte[] pixels, ImageShape shape) {
    int n = pixels.length / shape.pixels();
    int plane = shape.height() * shape.width();
    float[] colours = new float[n * COLOURS * plane];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < COLOURS; c++) {
        int from = plane(shape, i, c);
        int to = (i * COLOURS + c) * plane;
        for (int p = 0; p < plane; p++) {
          colours[to + p] = pixels[from + p] & 0xff;
        }
      }
    }
    return colours;
  }

  /**
   * Images of -1 to 1 as floats 0 to 255, not rounded, grey three times.
   *
   * @param pixels images {@code (N, C, H, W)}
   * @param shape of each image; its length decides N
   * @return {@code (N, 3, H, W)}
   */
  static float[] of(float[] pixels, ImageShape shape) {
    int n = pixels.length / shape.pixels();
    int plane = shape.height() * shape.width();
    float[] colours = new float[n * COLOURS * plane];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < COLOURS; c++) {
        int from = plane(shape, i, c);
        int to = (i * COLOURS + c) * plane;
        for (int p = 0; p < plane; p++) {
          colours[to + p] = (pixels[from + p] + 1) * 127.5f;
        }
      }
    }
    return colours;
  }

  /**
   * Images in colour, grey three times; gradients pass.
   *
   * @param pixels (N, C, H, W)
   * @return (N, 3, H, W) of the same numbers
   */
  static NDArray of(NDArray pixels) {
    return pixels.getShape().get(1) == COLOURS
        ? pixels
        : NDArrays.concat(new NDList(pixels, pixels, pixels), 1);
  }

  private static int plane(ImageShape shape, int image, int colour) {
    int plane = shape.height() * shape.width();
    return (image * shape.channels() + Math.min(colour, shape.channels() - 1)) * plane;
  }
}
