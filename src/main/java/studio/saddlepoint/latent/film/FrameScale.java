package studio.saddlepoint.latent.film;

import java.util.List;
import java.util.OptionalInt;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;

/**
 * The size of a film's frames.
 *
 * @param size of the longer side in pixels; empty for the picture's own, enlarged by the least
 *     whole number that makes it at least {@link #USUAL}
 * @param smooth whether pixels that are enlarged run into each other; otherwise they stay squares.
 *     What is made smaller is averaged in any case
 */
public record FrameScale(OptionalInt size, boolean smooth) {
  /** Pixels of the longer side, at least, where no size is asked for. */
  public static final int USUAL = 256;

  /** The least size. */
  public static final int LEAST = 8;

  /** The largest size: that of a screen with 4,096 columns. */
  public static final int MOST = 4_096;

  /** Enlarged where that is needed to see them, pixel for pixel. */
  public static final FrameScale SEEN = new FrameScale(OptionalInt.empty(), false);

  /** Checks it. */
  public FrameScale {
    if (size.isPresent() && (size.getAsInt() < LEAST || size.getAsInt() > MOST)) {
      throw new StudioException(
          "The size is "
              + size.getAsInt()
              + " pixels: it must be between "
              + LEAST
              + " and "
              + MOST
              + ", such as 256.");
    }
  }

  /** The picture at this size; its longer side is right, the other one rounded. */
  public Picture apply(Picture picture) {
    int longer = Math.max(picture.width(), picture.height());
    int wanted = wanted(longer);
    if (wanted == longer) {
      return picture;
    }
    int width = side(picture.width(), wanted, longer);
    int height = side(picture.height(), wanted, longer);
    return smooth || wanted < longer
        ? Resampling.smooth(picture, width, height)
        : Resampling.nearest(picture, width, height);
  }

  /** The same film at this size. */
  public FrameSource apply(FrameSource source) {
    return new FrameSource() {
      @Override
      public int count() {
        return source.count();
      }

      @Override
      public List<FilmFrame> range(int from, int to) {
        return source.range(from, to).stream()
            .map(each -> new FilmFrame(apply(each.picture()), each.ticks()))
            .toList();
      }
    };
  }

  private int wanted(int longer) {
    return size.orElse(longer * Math.max(1, (USUAL + longer - 1) / longer));
  }

  private static int side(int side, int wanted, int longer) {
    return Math.max(1, (int) Math.round((double) side * wanted / longer));
  }
}
