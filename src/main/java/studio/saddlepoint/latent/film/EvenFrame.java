package studio.saddlepoint.latent.film;

import studio.saddlepoint.core.Picture;

/**
 * A frame of even sides as bytes.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 * @param rgb three bytes a pixel, rows from the top
 */
record EvenFrame(int width, int height, byte[] rgb) {
  /** A picture, whose last row or column is repeated where sides are odd. */
  static EvenFrame of(Picture picture) {
    int width = picture.width() + picture.width() % 2;
    int height = picture.height() + picture.height() % 2;
    byte[] rgb = new byte[width * height * 3];
    int at = 0;
    for (int y = 0; y < height; y++) {
      int row = Math.min(y, picture.height() - 1) * picture.width();
      for (int x = 0; x < width; x++) {
        int argb = picture.argb()[row + Math.min(x, picture.width() - 1)];
        rgb[at++] = (byte) (argb >> 16);
        rgb[at++] = (byte) (argb >> 8);
        rgb[at++] = (byte) argb;
      }
    }
    return new EvenFrame(width, height, rgb);
  }
}
