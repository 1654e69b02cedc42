package studio.saddlepoint.latent.film;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import studio.saddlepoint.core.Picture;

/**
 * The 256 colours of a GIF's frame: exactly those of a picture that has no more, or is grey; for
 * others a palette by {@link MedianCut}.
 */
final class GifColours {
  private static final int MOST = 256;
  private static final int RGB = 0xffffff;
  private static final int[] GREYS = new int[MOST];

  static {
    Arrays.setAll(GREYS, level -> level * 0x010101);
  }

  private GifColours() {}

  /** The picture with its palette. */
  static BufferedImage indexed(Picture picture) {
    int[] pixels = new int[picture.argb().length];
    boolean grey = true;
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = picture.argb()[i] & RGB;
      grey &= pixels[i] == (pixels[i] & 0xff) * 0x010101;
    }
    if (grey) {
      return image(picture, pixels, new Palette(GREYS, pixels(GREYS)));
    }
    return image(picture, pixels, palette(Histogram.of(pixels)));
  }

  private static int[] pixels(int[] colours) {
    int[] places = new int[colours.length];
    Arrays.setAll(places, i -> i);
    return places;
  }

  private static Palette palette(Histogram histogram) {
    int[] colours = histogram.colours();
    if (colours.length <= MOST) {
      return new Palette(colours, colours, pixels(colours));
    }
    int[] chosen = MedianCut.palette(histogram, MOST);
    return new Palette(chosen, colours, MedianCut.nearest(chosen, colours));
  }

  /**
   * Colours and where a picture's are among them.
   *
   * @param chosen up to 256, 0xRRGGBB
   * @param colours all of a picture, ascending
   * @param places for each of them, which is chosen for it
   */
  private record Palette(int[] chosen, int[] colours, int[] places) {
    Palette(int[] exact, int[] places) {
      this(exact, exact, places);
    }

    int place(int colour) {
      return places[Arrays.binarySearch(colours, colour)];
    }

    /** Of a length that is a power of two, as GIF has them. */
    IndexColorModel model() {
      int size = Math.max(2, Integer.highestOneBit(2 * chosen.length - 1));
      int[] all = Arrays.copyOf(chosen, size);
      Arrays.fill(all, chosen.length, size, chosen[chosen.length - 1]);
      int bits = Integer.numberOfTrailingZeros(size);
      return new IndexColorModel(
          bits, size, all, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }
  }

  private static BufferedImage image(Picture picture, int[] pixels, Palette palette) {
    byte[] indices = new byte[pixels.length];
    int last = -1;
    byte place = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] != last) { // runs of equal ones are frequent
        last = pixels[i];
        place = (byte) palette.place(last);
      }
      indices[i] = place;
    }
    IndexColorModel model = palette.model();
    BufferedImage image =
        new BufferedImage(
            picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
    image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), indices);
    return image;
  }
}
