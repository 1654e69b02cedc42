package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageReader;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.header.GifTables;
import studio.saddlepoint.data.header.ImageKind;

/**
 * The first picture of a GIF file. Where it does not fill the file's screen, what is around it has
 * the transparent colour, or else the palette's first, as Pillow has it.
 */
final class GifImage implements OpenImage {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int SCREEN_AT = 6;

  private final PatchedFile stream;
  private final ImageReader reader;
  private final Rectangle picture;
  private final int width;
  private final int height;

  private GifImage(PatchedFile stream, ImageReader reader) throws IOException {
    this.stream = stream;
    this.reader = reader;
    stream.seek(SCREEN_AT);
    stream.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    int screenWidth = stream.readUnsignedShort();
    int screenHeight = stream.readUnsignedShort();
    stream.setByteOrder(ByteOrder.BIG_ENDIAN);
    stream.show(GifTables.whole(stream));
    reader.setInput(stream, true, false);
    this.picture = picture(reader);
    this.width = Math.max(screenWidth, picture.x + picture.width);
    this.height = Math.max(screenHeight, picture.y + picture.height);
  }

  /** Takes over an open file that begins as a GIF does. */
  static OpenImage open(PatchedFile stream) throws IOException, UnusableImageException {
    try {
      return new GifImage(stream, ReaderImage.readerOf(ImageKind.GIF));
    } catch (IOException e) {
      checkNotCut(stream, e);
      throw e;
    }
  }

  private static void checkNotCut(PatchedFile stream, IOException e)
      throws IOException, UnusableImageException {
    if (e instanceof EOFException || stream.getStreamPosition() >= stream.length()) {
      throw new UnusableImageException("is cut short");
    }
  }

  private static Rectangle picture(ImageReader reader) throws IOException {
    Rectangle picture = new Rectangle(reader.getWidth(0), reader.getHeight(0));
    Node root = reader.getImageMetadata(0).getAsTree(FORMAT);
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element place && node.getNodeName().equals("ImageDescriptor")) {
        picture.x = Integer.parseInt(place.getAttribute("imageLeftPosition"));
        picture.y = Integer.parseInt(place.getAttribute("imageTopPosition"));
      }
    }
    return picture;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /** One byte a pixel: the picture as it is read, the screen around it, and what is kept. */
  @Override
  public long bytes(Rectangle region, int step) {
    long read = (long) picture.width * picture.height;
    long screen = isWhole() ? 0 : (long) width * height + (long) Integer.BYTES * width;
    return read + screen + (step == 1 ? 0 : OpenImage.kept(region, step));
  }

  private boolean isWhole() {
    return picture.equals(new Rectangle(width, height));
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step)
      throws IOException, UnusableImageException {
    try {
      return OpenImage.cut(onScreen(reader.read(0)), region, step);
    } catch (IOException e) {
      checkNotCut(stream, e);
      throw e;
    }
  }

  private BufferedImage onScreen(BufferedImage image) {
    if (isWhole()) {
      return image;
    }
    IndexColorModel colours = (IndexColorModel) image.getColorModel();
    WritableRaster screen = colours.createCompatibleWritableRaster(width, height);
    int[] row = new int[width];
    Arrays.fill(row, Math.max(0, colours.getTransparentPixel()));
    for (int y = 0; y < height; y++) {
      screen.setSamples(0, y, width, 1, 0, row);
    }
    screen.setRect(picture.x, picture.y, image.getRaster());
    return new BufferedImage(colours, screen, false, null);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
