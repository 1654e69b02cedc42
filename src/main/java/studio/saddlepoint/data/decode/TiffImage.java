package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.header.ImageKind;
import studio.saddlepoint.data.header.TiffDirectory;

/**
 * The first picture of a TIFF file, with what Java's reader leaves undone.
 *
 * @param image the picture as it is stored
 * @param directory what the file says of it
 * @param differences whether differences of 16 bits are stored, which Java's reader does not add up
 */
record TiffImage(ReaderImage image, TiffDirectory directory, boolean differences)
    implements WrappedImage {
  private static final int COLOURS = 3;
  private static final int PALETTE = 3;
  private static final int INKS = 5;
  private static final int INK_SAMPLES = 4;
  private static final Set<Integer> LAB = Set.of(8, 9, 10);
  private static final int MOST = 65_535;

  private static final int NONE = 1;
  private static final int DIFFERENCES = 2;
  private static final int OF_FRACTIONS = 3;
  private static final int FRACTIONS = 3;

  /** The compressions that know predictors: LZW, and deflation by its two numbers. */
  private static final Set<Integer> PREDICTING = Set.of(5, 8, 32_946);

  /** JPEG, old and new: inks come out of it in ways of their own. */
  private static final Set<Integer> OF_JPEG = Set.of(6, 7);

  /** Takes over an open file. */
  static OpenImage open(PatchedFile stream) throws IOException, UnusableImageException {
    TiffDirectory directory = TiffDirectory.of(stream);
    int bits = directory.first(TiffDirectory.BITS_PER_SAMPLE, 1);
    checkColours(directory);
    int predictor = predictor(directory);
    if (predictor == DIFFERENCES && bits < Byte.SIZE) {
      throw new UnusableImageException(
          English.of("stores differences of %d bits, which are not read: save it as PNG", bits));
    }
    boolean differences = predictor == DIFFERENCES && bits == Short.SIZE;
    int orientation = directory.first(TiffDirectory.ORIENTATION, 1);
    stream.show(directory.shown(predictor == DIFFERENCES && bits == Byte.SIZE));
    return TurnedImage.of(
        new TiffImage(new ReaderImage(stream, ImageKind.TIFF, false), directory, differences),
        orientation);
  }

  private static void checkColours(TiffDirectory directory)
      throws IOException, UnusableImageException {
    int colours = directory.first(TiffDirectory.PHOTOMETRIC, 0);
    if (LAB.contains(colours)) {
      throw new UnusableImageException("is in Lab colours: save it as RGB");
    }
    int bits = directory.first(TiffDirectory.BITS_PER_SAMPLE, 1);
    boolean known =
        directory.first(TiffDirectory.SAMPLES, 1) >= INK_SAMPLES
            && (bits == Byte.SIZE || bits == Short.SIZE)
            && !OF_JPEG.contains(directory.first(TiffDirectory.COMPRESSION, 1));
    if (colours == INKS && !known) {
      throw new UnusableImageException("is in CMYK colours: save it as RGB");
    }
  }

  private static int predictor(TiffDirectory directory) throws IOException, UnusableImageException {
    if (!PREDICTING.contains(directory.first(TiffDirectory.COMPRESSION, 1))) {
      return NONE;
    }
    int predictor = directory.first(TiffDirectory.PREDICTOR, NONE);
    boolean fractions = directory.first(TiffDirectory.SAMPLE_FORMAT, 1) == FRACTIONS;
    if (predictor > OF_FRACTIONS || predictor == OF_FRACTIONS && !fractions) {
      throw new UnusableImageException(
          English.of("has predictor %d, which is not read: save it as PNG", predictor));
    }
    return predictor;
  }

  @Override
  public long bytes(Rectangle region, int step) throws IOException {
    // Beside inks lie the colours that they make.
    long made = hasInks() ? Inks.COLOURS * OpenImage.kept(region, step) : 0;
    if (!differences) {
      return made + image.bytes(region, step);
    }
    long whole = image.bytes(rows(region), 1);
    return made + (step == 1 ? whole : whole + image.bytes(region, step));
  }

  /** The rows of a region, all of each. */
  private Rectangle rows(Rectangle region) {
    return new Rectangle(0, region.y, width(), region.height);
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step)
      throws IOException, UnusableImageException {
    BufferedImage stored;
    if (differences) {
      BufferedImage rows = image.decoded(rows(region), 1);
      addUp(rows.getRaster(), image.tileWidth());
      Rectangle part = new Rectangle(region.x, 0, region.width, region.height);
      stored = OpenImage.cut(rows, part, step);
    } else {
      stored = image.decoded(region, step);
    }
    if (stored.getColorModel() instanceof IndexColorModel colours && hasPalette()) {
      return new BufferedImage(palette(colours), stored.getRaster(), false, null);
    }
    if (hasInks()) {
      return Inks.ofCmyk(stored.getRaster());
    }
    ReaderImage.checkColours(stored);
    return stored;
  }

  /** Of each sample the file has how much more it is than the one before it, in every tile. */
  private static void addUp(WritableRaster raster, int tileWidth) {
    int width = raster.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int band = 0; band < raster.getNumBands(); band++) {
        raster.getSamples(0, y, width, 1, band, row);
        for (int x = 1; x < width; x++) {
          if (x % tileWidth != 0) {
            row[x] = row[x] + row[x - 1] & MOST;
          }
        }
        raster.setSamples(0, y, width, 1, band, row);
      }
    }
  }

  private boolean hasInks() throws IOException {
    return directory.first(TiffDirectory.PHOTOMETRIC, 0) == INKS;
  }

  private boolean hasPalette() throws IOException {
    return directory.first(TiffDirectory.PHOTOMETRIC, 0) == PALETTE;
  }

  /** The high bytes of the file's 16 bits, where Java rounds. */
  private IndexColorModel palette(IndexColorModel read) throws IOException {
    int size = read.getMapSize();
    List<Integer> map = directory.values(TiffDirectory.COLOUR_MAP, COLOURS * size);
    if (map.size() < COLOURS * size) {
      return read;
    }
    byte[][] colours = new byte[COLOURS][size];
    for (int i = 0; i < COLOURS * size; i++) {
      colours[i / size][i % size] = (byte) (map.get(i) >> Byte.SIZE);
    }
    return new IndexColorModel(read.getPixelSize(), size, colours[0], colours[1], colours[2]);
  }
}
