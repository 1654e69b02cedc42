package studio.saddlepoint.data.decode;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.data.file.PatchedFile;
import studio.saddlepoint.data.file.UnusableImageException;
import studio.saddlepoint.data.file.ZipImages;
import studio.saddlepoint.data.header.BmpHeader;
import studio.saddlepoint.data.header.ImageKind;
import studio.saddlepoint.data.header.PngChunks;

/**
 * Decodes image files, as they are or to small squares, always of three channels. The memory for
 * all of it is taken from a budget first, by what the file's header announces.
 */
public final class ImageDecoder {
  private static final int COLOURS = 3;
  private static final int SMALLEST_SIDE = 8;
  private static final long MOST_PIXELS = 50_000_000;

  /** Pixels kept for each target pixel and axis before exact scaling; beyond, rows are skipped. */
  private static final int OVERSAMPLING = 8;

  /** An image beyond the budget is decoded in bands, each from the beginning of its file. */
  private static final int MOST_BANDS = 16;

  private static final double MEGABYTE = 1 << 20;

  private final PixelBudget budget;
  private final int size;
  private final SquareScaler scaler;

  /**
   * A decoder to squares of one size.
   *
   * @param budget what memory is taken from
   * @param size width and height of the squares
   */
  public ImageDecoder(PixelBudget budget, int size) {
    this.budget = budget;
    this.size = size;
    this.scaler = new SquareScaler(size);
  }

  /**
   * Decodes the middle square of an image, over white where it is transparent.
   *
   * @param target takes (3, size, size); grey images have three equal planes
   * @param offset the first byte's place
   * @return width and height of the image in the file
   */
  public int[] decode(Path file, byte[] target, int offset) throws UnusableImageException {
    try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
      return read(
          file,
          image -> {
            takeSquare(image, part, 0);
            drawSquare(image, target, offset);
            return new int[] {image.width(), image.height()};
          });
    }
  }

  /**
   * Decodes the middle square of an image, over white where it is transparent.
   *
   * @param look what to do with it while its memory is held; its pixels are not to be kept
   * @return what {@code look} gives
   */
  public <T> T square(Path file, Function<WholeImage, T> look) throws UnusableImageException {
    ImageShape shape = new ImageShape(COLOURS, size, size);
    try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
      return look.apply(
          read(
              file,
              image -> {
                takeSquare(image, part, shape.pixels());
                byte[] pixels = new byte[shape.pixels()];
                drawSquare(image, pixels, 0);
                return new WholeImage(shape, pixels);
              }));
    }
  }

  /**
   * Decodes all of an image, in its own size, without its transparency.
   *
   * @param budget what memory is taken from
   * @param look what to do with it while its memory is held; its pixels are not to be kept
   * @return what {@code look} gives
   */
  public static <T> T whole(Path file, PixelBudget budget, Function<WholeImage, T> look)
      throws UnusableImageException {
    try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
      return look.apply(read(file, image -> whole(image, part)));
    }
  }

  /**
   * Decodes all of an image into a square, over white where it is transparent.
   *
   * @param fit what stands beside an image that is no square
   * @param target takes (3, size, size); grey images have three equal planes
   */
  public void decodePadded(Path file, PictureFit fit, byte[] target) throws UnusableImageException {
    try (PixelBudget.Part part = new PixelBudget.Part(budget)) {
      read(
          file,
          image -> {
            Rectangle all = new Rectangle(image.width(), image.height());
            int side = Math.max(all.width, all.height);
            int step = Math.max(1, side / (size * OVERSAMPLING));
            int wide = OpenImage.steps(side, step);
            takeSquare(image, all, step, part, COLOURS * (long) wide * wide);
            int high = OpenImage.steps(all.height, step);
            int across = OpenImage.steps(all.width, step);
            byte[] planes = ImagePlanes.of(image.pixels(all, step), true);
            byte[] square = fit.padded(planes, COLOURS, high, across);
            scaler.scale(square, 0, Math.max(high, across), COLOURS, target, 0);
            return target;
          });
    }
  }

  /** What to do with an open image. */
  private interface Decoding<T> {
    T from(OpenImage image) throws IOException, UnusableImageException;
  }

  private static <T> T read(Path file, Decoding<T> decoding) throws UnusableImageException {
    try (OpenImage image = ZipImages.holds(file) ? inArchive(file) : open(file)) {
      return decoding.from(image);
    } catch (IOException | RuntimeException e) {
      // Readers answer damaged files with many kinds of RuntimeException.
      throw DecodingFailure.of(file, e);
    }
  }

  /** Why an image cannot be decoded now; empty where it can be. */
  public static Optional<UnusableImageException> refusal(Path file) {
    try {
      new ImageDecoder(PixelBudget.shared(), SMALLEST_SIDE)
          .decode(file, new byte[COLOURS * SMALLEST_SIDE * SMALLEST_SIDE], 0);
      return Optional.empty();
    } catch (UnusableImageException e) {
      return Optional.of(e);
    }
  }

  /** An entry is unpacked into memory before it is looked at. */
  private static OpenImage inArchive(Path entry) throws IOException, UnusableImageException {
    return new ArchivedImage(open(entry), Files.size(entry));
  }

  /** Opens a file by what its first bytes say it is. */
  static OpenImage open(Path file) throws IOException, UnusableImageException {
    if (!Files.isReadable(file)) {
      throw UnusableImageException.now(
          Files.exists(file) ? "may not be read" : "is not there any more");
    }
    PatchedFile stream = PatchedFile.open(file);
    try {
      byte[] start = stream.bytes(0, ImageKind.START);
      if (start.length == 0) {
        throw new UnusableImageException("is empty");
      }
      return open(stream, ImageKind.of(start));
    } catch (IOException | RuntimeException | UnusableImageException e) {
      stream.close();
      throw e;
    }
  }

  private static OpenImage open(PatchedFile stream, ImageKind kind)
      throws IOException, UnusableImageException {
    switch (kind) {
      case PNG:
        stream.show(PngChunks.needed(stream));
        return new ReaderImage(stream, kind, false);
      case JPEG:
        return JpegImage.open(stream);
      case TIFF:
        return TiffImage.open(stream);
      case GIF:
        return GifImage.open(stream);
      case BMP:
        stream.show(BmpHeader.shown(stream));
        return new ReaderImage(stream, kind, false);
      case WEBP:
        return WebpImage.open(stream);
      case PNM:
        return new PnmImage(stream);
      default:
        throw new UnusableImageException(kind.reason());
    }
  }

  private static WholeImage whole(OpenImage image, PixelBudget.Part part)
      throws IOException, UnusableImageException {
    int width = image.width();
    int height = image.height();
    checkNotHuge(image);
    long planes = (long) COLOURS * width * height;
    int rows = height;
    long bytes = planes + image.bytes(new Rectangle(width, rows), 1);
    for (int bands = 2; bands <= MOST_BANDS && !part.budget().fits(bytes); bands *= 2) {
      rows = OpenImage.steps(height, bands);
      bytes = planes + image.bytes(new Rectangle(width, rows), 1);
    }
    take(image, part, bytes);
    return whole(image, rows);
  }

  /** Decodes all of an image, so many rows at a time. */
  public static WholeImage whole(OpenImage image, int rows)
      throws IOException, UnusableImageException {
    int width = image.width();
    int height = image.height();
    ImageShape shape = new ImageShape(COLOURS, height, width);
    byte[] pixels = new byte[shape.pixels()];
    for (int top = 0; top < height; top += rows) {
      Rectangle band = new Rectangle(0, top, width, Math.min(rows, height - top));
      ImagePlanes.put(image.pixels(band, 1), false, pixels, top);
    }
    return new WholeImage(shape, pixels);
  }

  /** Takes memory for a square before any is used, and beside it what the caller needs. */
  private void takeSquare(OpenImage image, PixelBudget.Part part, long more)
      throws IOException, UnusableImageException {
    Rectangle middle = middle(image);
    takeSquare(image, middle, step(middle), part, more);
  }

  private void takeSquare(
      OpenImage image, Rectangle seen, int step, PixelBudget.Part part, long more)
      throws IOException, UnusableImageException {
    int width = image.width();
    int height = image.height();
    if (Math.min(width, height) < SMALLEST_SIDE) {
      throw new UnusableImageException(
          English.of("has only %dx%d pixels, at least 8x8 are needed", width, height));
    }
    checkNotHuge(image);
    long bytes =
        image.bytes(seen, step)
            + COLOURS * OpenImage.kept(seen, step)
            + scaler.bytes(OpenImage.steps(Math.max(seen.width, seen.height), step));
    take(image, part, bytes + more);
  }

  private void drawSquare(OpenImage image, byte[] target, int offset)
      throws IOException, UnusableImageException {
    Rectangle middle = middle(image);
    int step = step(middle);
    byte[] planes = ImagePlanes.of(image.pixels(middle, step), true);
    scaler.scale(planes, 0, OpenImage.steps(middle.width, step), COLOURS, target, offset);
  }

  private static Rectangle middle(OpenImage image) {
    int side = Math.min(image.width(), image.height());
    return new Rectangle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
  }

  private int step(Rectangle middle) {
    return Math.max(1, middle.width / (size * OVERSAMPLING));
  }

  private static void checkNotHuge(OpenImage image) throws UnusableImageException {
    if ((long) image.width() * image.height() > MOST_PIXELS) {
      throw new UnusableImageException(
          String.format(
              Locale.ENGLISH,
              "has %,dx%,d pixels, more than 50 million: scale it down",
              image.width(),
              image.height()));
    }
  }

  private static void take(OpenImage image, PixelBudget.Part part, long bytes)
      throws UnusableImageException {
    if (!part.budget().fits(bytes)) {
      throw new UnusableImageException(
          String.format(
              Locale.ENGLISH,
              "has %,dx%,d pixels, which take %,.0f MB to decode where %,.0f MB may be held: scale it down, or give Java more memory (SADDLEPOINT_JAVA_OPTS=-Xmx8g)",
              image.width(),
              image.height(),
              Math.ceil(bytes / MEGABYTE),
              Math.floor(part.budget().bytes() / MEGABYTE)));
    }
    part.take(bytes);
  }
}
