package studio.saddlepoint.latent;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.data.ImageShape;

/** From a network's numbers to pictures, and pictures to sheets. */
public final class PictureConversion {
  private static final int OPAQUE = 0xff000000;

  private PictureConversion() {}

  /**
   * One picture of a batch, quantised as metrics do: floor(clamp(127.5 x + 128, 0, 255)).
   *
   * @param pixels (N, C, H, W) in -1..1
   * @param index which of the N
   * @param shape C (1 or 3), H, W
   */
  public static Picture of(float[] pixels, int index, ImageShape shape) {
    int start = index * shape.pixels();
    return picture(shape, i -> quantise(pixels[start + i]));
  }

  /**
   * A picture that is quantised already.
   *
   * @param pixels (C, H, W), unsigned
   * @param shape C (1 or 3), H, W
   */
  public static Picture of(byte[] pixels, ImageShape shape) {
    return picture(shape, i -> pixels[i] & 0xff);
  }

  private static Picture picture(ImageShape shape, IntUnaryOperator pixel) {
    int plane = shape.height() * shape.width();
    int[] argb = new int[plane];
    for (int i = 0; i < plane; i++) {
      int red = pixel.applyAsInt(i);
      int green = shape.channels() == 1 ? red : pixel.applyAsInt(plane + i);
      int blue = shape.channels() == 1 ? red : pixel.applyAsInt(2 * plane + i);
      argb[i] = OPAQUE | red << 16 | green << 8 | blue;
    }
    return new Picture(shape.width(), shape.height(), argb);
  }

  private static int quantise(float x) {
    return (int) Math.max(0, Math.min(255, Math.floor(x * 127.5f + 128f)));
  }

  /**
   * Pictures of one size in rows.
   *
   * @param pictures at least one
   * @param columns how many in a row
   * @param gap pixels between them
   * @param background colour of the gaps and of places left over, 0xAARRGGBB
   */
  public static Picture grid(List<Picture> pictures, int columns, int gap, int background) {
    int width = pictures.get(0).width();
    int height = pictures.get(0).height();
    int rows = (pictures.size() + columns - 1) / columns;
    int fullWidth = columns * (width + gap) - gap;
    int fullHeight = rows * (height + gap) - gap;
    int[] argb = new int[fullWidth * fullHeight];
    Arrays.fill(argb, background);
    for (int i = 0; i < pictures.size(); i++) {
      int left = i % columns * (width + gap);
      int top = i / columns * (height + gap);
      for (int y = 0; y < height; y++) {
        System.arraycopy(
            pictures.get(i).argb(), y * width, argb, (top + y) * fullWidth + left, width);
      }
    }
    return new Picture(fullWidth, fullHeight, argb);
  }

  /**
   * The columns of a grid without gaps that fill a place best: those whose cells come out largest.
   *
   * @param count pictures, square ones
   * @param widthToHeight the place's shape
   */
  public static int columns(int count, double widthToHeight) {
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; columns++) {
      if (count % columns != 0) {
        continue;
      }
      int rows = count / columns;
      double cell = Math.min(Math.max(0.1, widthToHeight) / columns, 1.0 / rows);
      if (cell > largest + 1e-9) {
        largest = cell;
        best = columns;
      }
    }
    return best;
  }
}
