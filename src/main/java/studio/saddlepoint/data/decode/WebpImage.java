package studio.saddlepoint.data.decode;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.header.WebpContainer;

/**
 * A WebP image, decoded by Google's libwebp, so that lossy images have the very pixels that other
 * tools see. Of an animation the first picture; around it there is transparent black.
 */
final class WebpImage implements OpenImage {
  private static final long MOST_BYTES = 1_000_000_000;

  private final ImageReader reader;
  private final WebpContainer container;
  private final int width;
  private final int height;

  private WebpImage(WebpContainer container) throws IOException {
    this.container = container;
    this.reader = new WebPImageReaderSpi().createReaderInstance(null);
    reader.setInput(PatchedFile.of(container.picture()), false, true);
    boolean whole = container.screen().width == 0;
    this.width = whole ? reader.getWidth(0) : container.screen().width;
    this.height = whole ? reader.getHeight(0) : container.screen().height;
  }

  /** Takes over an open file, reads all of it and closes it. */
  static OpenImage open(PatchedFile stream) throws IOException, UnusableImageException {
    long length = stream.length();
    if (length > MOST_BYTES) {
      throw new UnusableImageException(
          English.of("takes %,d MB, more than 1,000 MB", length / 1_000_000));
    }
    byte[] file = stream.bytes(0, (int) length);
    stream.close();
    try {
      return new WebpImage(WebpContainer.of(file));
    } catch (LinkageError e) {
      throw UnusableImageException.now( // of this computer
          "is a WebP image, but libwebp does not run on this computer: make it a PNG file");
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  /**
   * Four bytes a pixel, in libwebp's memory and in Java's: what is decoded, what is kept of it, and
   * the screen around it. Of lossy pictures libwebp holds no more than it is asked for.
   */
  @Override
  public long bytes(Rectangle region, int step) throws IOException {
    long all = (long) reader.getWidth(0) * reader.getHeight(0);
    long kept = OpenImage.kept(region, step);
    long pixels;
    if (isWhole()) {
      Rectangle read = around(region);
      long part = step == 1 ? (long) read.width * read.height : kept;
      pixels = (container.isLossy() ? Math.min(part, all) : all) + part;
    } else {
      pixels = 2 * all + (long) width * height + (step == 1 ? 0 : kept);
    }
    return Integer.BYTES * pixels + container.picture().length;
  }

  private boolean isWhole() {
    return container.screen().width == 0 || container.place().equals(new Rectangle(width, height));
  }

  @Override
  public BufferedImage pixels(Rectangle region, int step) throws IOException {
    Rectangle place = container.place();
    if (isWhole()) {
      return decoded(region, step);
    }
    BufferedImage screen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    screen
        .getRaster()
        .setRect(place.x, place.y, decoded(new Rectangle(place.getSize()), 1).getRaster());
    return OpenImage.cut(screen, region, step);
  }

  private BufferedImage decoded(Rectangle region, int step) throws IOException {
    Rectangle all = new Rectangle(reader.getWidth(0), reader.getHeight(0));
    Rectangle read = step == 1 ? around(region).intersection(all) : region;
    WebPReadParam param = (WebPReadParam) reader.getDefaultReadParam();
    if (!read.equals(all)) {
      param.setUseCropping(true);
      param.setCropLeft(read.x);
      param.setCropTop(read.y);
      param.setCropWidth(read.width);
      param.setCropHeight(read.height);
    }
    if (step > 1) {
      param.setUseScaling(true);
      param.setScaledWidth(OpenImage.steps(region.width, step));
      param.setScaledHeight(OpenImage.steps(region.height, step));
    }
    try {
      BufferedImage image = reader.read(0, param);
      return step == 1
          ? image.getSubimage(region.x - read.x, region.y - read.y, region.width, region.height)
          : image;
    } catch (OutOfMemoryError e) {
      if (e.getMessage() != null) {
        throw e;
      }
      // Not Java's: libwebp answers so where damaged data announce more than there can be.
      throw new IOException("libwebp has no memory for what it announces", e);
    }
  }

  /**
   * Colours of lossy images are stored for two by two pixels and blended with their neighbours:
   * what is read must begin at even places, and reach further.
   */
  private static Rectangle around(Rectangle region) {
    int left = Math.max(0, (region.x & ~1) - 2);
    int top = Math.max(0, (region.y & ~1) - 2);
    int right = region.x + region.width + 4 & ~1;
    int bottom = region.y + region.height + 4 & ~1;
    return new Rectangle(left, top, right - left, bottom - top);
  }

  @Override
  public void close() {
    reader.dispose();
  }
}
