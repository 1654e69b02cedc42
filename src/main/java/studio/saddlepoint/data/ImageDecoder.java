package studio.saddlepoint.data;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes image files, as they are or to small squares, always of three channels. */
final class ImageDecoder {
    /** A person's reason why a file cannot be used. */
    static final class UnusableImageException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableImageException(String reason) {
            super(reason);
        }
    }

    private static final int SMALLEST_SIDE = 8;
    private static final long MOST_PIXELS = 50_000_000;

    /** Of the first bytes, as many as tell the kind of an image. */
    private static final int START = 12;

    /**
     * Pixels kept for each target pixel and axis before exact scaling; beyond, rows are skipped.
     */
    private static final int OVERSAMPLING = 8;

    private final int size;
    private final SquareScaler scaler;

    /**
     * A decoder to one size.
     *
     * @param size width and height of the images made
     */
    ImageDecoder(int size) {
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
    int[] decode(Path file, byte[] target, int offset) throws UnusableImageException {
        return read(file, image -> decode(image, target, offset));
    }

    /** Decodes all of an image, in its own size, without its transparency. */
    static WholeImage whole(Path file) throws UnusableImageException {
        return read(
                file,
                image -> {
                    int width = image.width();
                    int height = image.height();
                    checkNotHuge(width, height);
                    BufferedImage all = image.pixels(new Rectangle(width, height), 1);
                    return new WholeImage(
                            new ImageShape(3, height, width), ImagePlanes.of(all, false));
                });
    }

    /** What to do with an open image. */
    private interface Decoding<T> {
        T from(OpenImage image) throws IOException, UnusableImageException;
    }

    private static <T> T read(Path file, Decoding<T> decoding) throws UnusableImageException {
        try (OpenImage image = open(file)) {
            return decoding.from(image);
        } catch (IOException | RuntimeException e) {
            // Readers answer damaged files with many kinds of RuntimeException.
            throw new UnusableImageException("is damaged: " + reasonOf(e));
        }
    }

    /** Opens a file by what its first bytes say it is. */
    static OpenImage open(Path file) throws IOException, UnusableImageException {
        if (!Files.isReadable(file)) {
            throw new UnusableImageException("may not be read");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (start.length == 0) {
            throw new UnusableImageException("is empty");
        }
        return WebpContainer.begins(start)
                ? WebpImage.open(file)
                : PnmImage.begins(start) ? PnmImage.open(file) : ReaderImage.open(file);
    }

    private int[] decode(OpenImage image, byte[] target, int offset)
            throws IOException, UnusableImageException {
        int width = image.width();
        int height = image.height();
        int side = Math.min(width, height);
        if (side < SMALLEST_SIDE) {
            throw new UnusableImageException(
                    "has only %dx%d pixels, at least 8x8 are needed".formatted(width, height));
        }
        checkNotHuge(width, height);
        int step = Math.max(1, side / (size * OVERSAMPLING));
        Rectangle middle = new Rectangle((width - side) / 2, (height - side) / 2, side, side);
        BufferedImage square = image.pixels(middle, step);
        scaler.scale(ImagePlanes.of(square, true), 0, square.getWidth(), 3, target, offset);
        return new int[] {width, height};
    }

    private static void checkNotHuge(int width, int height) throws UnusableImageException {
        if ((long) width * height > MOST_PIXELS) {
            throw new UnusableImageException(
                    "has %,dx%,d pixels, more than 50 million".formatted(width, height));
        }
    }

    private static String reasonOf(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
    }
}
