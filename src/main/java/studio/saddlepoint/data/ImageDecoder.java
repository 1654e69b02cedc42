package studio.saddlepoint.data;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;

/** Decodes PNG and JPEG files to small square images of three channels. */
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

    /**
     * Pixels kept for each target pixel and axis before exact scaling; beyond, rows are skipped.
     */
    private static final int OVERSAMPLING = 8;

    private static final int WHITE = 255;

    /** JPEG knows no transparency: a fourth band is black ink. */
    private static final int CMYK_BANDS = 4;

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
        return read(file, reader -> decode(reader, target, offset));
    }

    /** Decodes all of an image, in its own size, without its transparency. */
    static WholeImage whole(Path file) throws UnusableImageException {
        return read(
                file,
                reader -> {
                    int width = reader.getWidth(0);
                    int height = reader.getHeight(0);
                    checkNotHuge(width, height);
                    BufferedImage image = pixels(reader, reader.getDefaultReadParam());
                    return new WholeImage(new ImageShape(3, height, width), planes(image, false));
                });
    }

    /** What to do with an open reader. */
    private interface Decoding<T> {
        T from(ImageReader reader) throws IOException, UnusableImageException;
    }

    private static <T> T read(Path file, Decoding<T> decoding) throws UnusableImageException {
        try (FileImageInputStream stream = open(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnusableImageException("is no PNG or JPEG image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decoding.from(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers answer damaged files with many kinds of RuntimeException.
            throw new UnusableImageException("is damaged: " + reasonOf(e));
        }
    }

    private static FileImageInputStream open(Path file) throws IOException, UnusableImageException {
        if (!Files.isReadable(file)) {
            throw new UnusableImageException("may not be read");
        }
        if (Files.size(file) == 0) {
            throw new UnusableImageException("is empty");
        }
        return new FileImageInputStream(file.toFile());
    }

    private int[] decode(ImageReader reader, byte[] target, int offset)
            throws IOException, UnusableImageException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int side = Math.min(width, height);
        if (side < SMALLEST_SIDE) {
            throw new UnusableImageException(
                    "has only %dx%d pixels, at least 8x8 are needed".formatted(width, height));
        }
        checkNotHuge(width, height);
        int step = Math.max(1, side / (size * OVERSAMPLING));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = pixels(reader, param);
        scaler.scale(planes(image, true), 0, image.getWidth(), 3, target, offset);
        return new int[] {width, height};
    }

    private static void checkNotHuge(int width, int height) throws UnusableImageException {
        if ((long) width * height > MOST_PIXELS) {
            throw new UnusableImageException(
                    "has %,dx%,d pixels, more than 50 million".formatted(width, height));
        }
    }

    private static BufferedImage pixels(ImageReader reader, ImageReadParam param)
            throws IOException, UnusableImageException {
        StringBuilder warnings = new StringBuilder();
        reader.addIIOReadWarningListener((source, warning) -> warnings.append(warning));
        asStored(reader, param);
        BufferedImage image = reader.read(0, param);
        if (warnings.toString().toLowerCase(Locale.ROOT).contains("premature end")) {
            throw new UnusableImageException("is cut short");
        }
        checkColours(reader, image);
        return image;
    }

    /** Asks for the colours of an embedded profile, so that they are not converted to sRGB. */
    private static void asStored(ImageReader reader, ImageReadParam param) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            ColorSpace colours = type.getColorModel().getColorSpace();
            if (colours instanceof ICC_ColorSpace
                    && colours.getType() == ColorSpace.TYPE_RGB
                    && !colours.isCS_sRGB()) {
                param.setDestinationType(type);
                return;
            }
        }
    }

    private static void checkColours(ImageReader reader, BufferedImage image)
            throws IOException, UnusableImageException {
        ColorModel model = image.getColorModel();
        int kind = model.getColorSpace().getType();
        boolean ink =
                kind == ColorSpace.TYPE_CMYK
                        || reader.getFormatName().equalsIgnoreCase("jpeg")
                                && image.getRaster().getNumBands() == CMYK_BANDS;
        if (ink) {
            throw new UnusableImageException("is in CMYK colours: save it as RGB");
        }
        if (kind != ColorSpace.TYPE_RGB && kind != ColorSpace.TYPE_GRAY) {
            throw new UnusableImageException("is in colours that are not read: save it as RGB");
        }
        int type = image.getRaster().getSampleModel().getDataType();
        boolean fractions = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        if (fractions) {
            throw new UnusableImageException(
                    "holds fractions instead of whole numbers: save it with 8 bits a colour");
        }
    }

    private static byte[] planes(BufferedImage image, boolean overWhite) {
        byte[] planes = new byte[3 * image.getWidth() * image.getHeight()];
        if (image.getColorModel() instanceof IndexColorModel) {
            fromPalette(image, overWhite, planes);
        } else {
            fromSamples(image, overWhite, planes);
        }
        return planes;
    }

    private static void fromPalette(BufferedImage image, boolean overWhite, byte[] planes) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int alpha = overWhite ? row[x] >>> 24 : WHITE;
                int at = y * width + x;
                for (int c = 0; c < 3; c++) {
                    int value = row[x] >> (16 - 8 * c) & 0xff;
                    planes[c * planes.length / 3 + at] = overWhite(value, alpha);
                }
            }
        }
    }

    // The samples as they are: getRGB would brighten grey images (Java takes them for linear) and
    // convert colour profiles, slowly.
    private static void fromSamples(BufferedImage image, boolean overWhite, byte[] planes) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        boolean alpha = image.getColorModel().hasAlpha();
        int colors = alpha ? bands - 1 : bands;
        int[] bits = raster.getSampleModel().getSampleSize();
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int last = row[x * bands + bands - 1];
                int opacity = alpha && overWhite ? eightBits(last, bits[bands - 1]) : WHITE;
                int at = y * width + x;
                for (int c = 0; c < 3; c++) {
                    int band = colors < 3 ? 0 : c;
                    int value = eightBits(row[x * bands + band], bits[band]);
                    planes[c * planes.length / 3 + at] = overWhite(value, opacity);
                }
            }
        }
    }

    /** The first eight of more bits; fewer are stretched to the same range. */
    private static int eightBits(int value, int bits) {
        return bits >= Byte.SIZE ? value >>> (bits - Byte.SIZE) : value * WHITE / ((1 << bits) - 1);
    }

    private static byte overWhite(int value, int alpha) {
        return (byte) ((value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
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
