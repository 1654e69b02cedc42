package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.header.ImageKind;

/**
 * An image that the Java runtime reads: PNG, JPEG, BMP or TIFF. The reader is shown what the pixels
 * need and no more, above all no colour profile, so that colours are as stored.
 */
final class ReaderImage implements OpenImage {
  /** Rows of the whole width that a reader keeps, as they lie in the file and as samples. */
  private static final int ROWS = 4;

  private final PatchedFile stream;
  private final ImageReader reader;
  private final ImageKind kind;
  private final boolean progressive;
  private final int width;
  private final int height;
  private final List<ImageTypeSpecifier> types = new ArrayList<>();

  /**
   * Takes over an open file.
   *
   * @param stream shows what the reader is to see
   * @param progressive whether the picture comes in several passes
   */
  ReaderImage(PatchedFile stream, ImageKind kind, boolean progressive) throws IOException {
    this.stream = stream;
    this.kind = kind;
    this.progressive = progressive;
    this.reader = readerOf(kind);
    reader.setInput(stream, true, true);
    this.width = reader.getWidth(0);
    this.height = reader.getHeight(0);
  }

  /** The runtime's reader of a kind of image. */
  static ImageReader readerOf(ImageKind kind) throws IOException {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
    if (!readers.hasNext()) {
      throw new IOException("this Java has no reader for it");
    }
    return readers.next();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step)
      throws IOException, UnusableImageException {
    BufferedImage image = decoded(region, step);
    checkColours(image);
    return image;
  }

  /** As {@link #pixels}, but of whatever colours. */
  BufferedImage decoded(Rectangle region, int step) throws IOException, UnusableImageException {
    StringBuilder warnings = listen();
    BufferedImage image = reader.read(0, part(region, step));
    checkNotCut(warnings);
    return image;
  }

  /** As {@link #pixels}, but the samples of each component as they are, whatever they mean. */
  Raster samples(Rectangle region, int step) throws IOException, UnusableImageException {
    StringBuilder warnings = listen();
    Raster samples = reader.readRaster(0, part(region, step));
    checkNotCut(warnings);
    return samples;
  }

  private StringBuilder listen() {
    StringBuilder warnings = new StringBuilder();
    reader.removeAllIIOReadWarningListeners();
    reader.addIIOReadWarningListener((source, warning) -> warnings.append(warning));
    return warnings;
  }

  private ImageReadParam part(Rectangle region, int step) {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(region);
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  private static void checkNotCut(CharSequence warnings) throws UnusableImageException {
    if (warnings.toString().toLowerCase(Locale.ROOT).contains("premature end")) {
      throw new UnusableImageException("is cut short");
    }
  }

  @Override
  public long bytes(Rectangle region, int step) throws IOException {
    long pixel = bytesOfPixel();
    // Of doubles, since a header may announce more than a long can count.
    double rows = (double) ROWS * width * pixel;
    return (long) (rows + pixel * OpenImage.kept(region, step) + atOnce() * pixel);
  }

  /** Of the destination, which is what the file holds, or the most usual where that is unknown. */
  private long bytesOfPixel() throws IOException {
    if (types.isEmpty()) {
      reader.getImageTypes(0).forEachRemaining(types::add);
    }
    return types.stream()
        .findFirst()
        .map(ImageTypeSpecifier::getSampleModel)
        .map(
            model ->
                model.getNumDataElements()
                    * (long) DataBuffer.getDataTypeSize(model.getDataType())
                    / Byte.SIZE)
        .orElse((long) Integer.BYTES);
  }

  /** Pixels that are unpacked together, whatever is asked for. */
  private double atOnce() throws IOException {
    if (kind == ImageKind.TIFF) {
      int tileHeight = reader.getTileHeight(0);
      return (double) tileWidth()
          * (reader.isImageTiled(0) ? tileHeight : Math.min(tileHeight, height));
    }
    if (progressive) {
      return 2.0 * width * height; // two bytes a sample, until the last pass is read
    }
    // Of a BMP, run lengths are unpacked whole.
    return kind == ImageKind.BMP ? (double) width * height : 0;
  }

  /** Pixels that the file holds in a row: the whole width where it has no tiles. */
  int tileWidth() throws IOException {
    return reader.getTileWidth(0);
  }

  /**
   * Refuses what is no picture of red, green and blue or of greys.
   *
   * @throws UnusableImageException if it is not
   */
  static void checkColours(BufferedImage image) throws UnusableImageException {
    int colours = image.getColorModel().getColorSpace().getType();
    if (colours == ColorSpace.TYPE_CMYK) {
      throw new UnusableImageException("is in CMYK colours: save it as RGB");
    }
    if (colours != ColorSpace.TYPE_RGB && colours != ColorSpace.TYPE_GRAY) {
      throw new UnusableImageException("is in colours that are not read: save it as RGB");
    }
    int type = image.getRaster().getSampleModel().getDataType();
    boolean fractions = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
    if (fractions) {
      throw new UnusableImageException(
          "holds fractions instead of whole numbers: save it with 8 bits a colour");
    }
    int bits = image.getSampleModel().getSampleSize(0);
    if (bits > Short.SIZE || type == DataBuffer.TYPE_SHORT) {
      throw new UnusableImageException(
          English.of(
              "holds %s of %d bits, whose black and white are not known: save it with 8 bits a colour",
              type == DataBuffer.TYPE_SHORT ? "signed numbers" : "numbers", bits));
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
