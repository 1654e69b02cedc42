package studio.saddlepoint.latent.code;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.Pngs;

/**
 * A small picture of a code, as it is kept beside it.
 *
 * @param base64 a PNG file in Base64; what is no PNG shows nothing, and stays
 */
public record Thumbnail(String base64) {
  /** Width and height of the largest, in pixels. */
  public static final int LARGEST = 64;

  /** Of a picture of any size, made smaller where it is larger. */
  public static Thumbnail of(Picture picture) {
    try {
      return new Thumbnail(Base64.getEncoder().encodeToString(Pngs.encode(smaller(picture))));
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory takes all
    }
  }

  /** The picture; empty where it cannot be read. */
  public Optional<Picture> picture() {
    try {
      BufferedImage image = Pngs.decode(Base64.getDecoder().decode(base64));
      int width = image.getWidth();
      int height = image.getHeight();
      return Optional.of(
          new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Every pixel the mean of a square of pixels. */
  private static Picture smaller(Picture picture) {
    int largest = Math.max(picture.width(), picture.height());
    int by = (largest + LARGEST - 1) / LARGEST;
    if (by <= 1) {
      return picture;
    }
    int width = Math.max(1, picture.width() / by);
    int height = Math.max(1, picture.height() / by);
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = mean(picture, x * by, y * by, by);
      }
    }
    return new Picture(width, height, argb);
  }

  private static int mean(Picture picture, int left, int top, int size) {
    int right = Math.min(picture.width(), left + size);
    int bottom = Math.min(picture.height(), top + size);
    int mean = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      long sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += picture.argb()[y * picture.width() + x] >>> shift & 0xff;
        }
      }
      long count = (long) (right - left) * (bottom - top);
      mean |= (int) ((sum + count / 2) / count) << shift;
    }
    return mean;
  }
}
