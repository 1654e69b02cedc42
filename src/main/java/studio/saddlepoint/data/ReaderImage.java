package studio.saddlepoint.data;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import studio.saddlepoint.core.English;

/** An image that the Java runtime reads: PNG, JPEG, BMP or TIFF. */
final class ReaderImage implements OpenImage {
    /** JPEG knows no transparency: a fourth band is black ink. */
    private static final int CMYK_BANDS = 4;

    /** Rows of the whole width that a reader keeps, as they lie in the file and as samples. */
    private static final int ROWS = 4;

    private final ImageInputStream stream;
    private final ImageReader reader;
    private final boolean progressive;
    private final int width;
    private final int height;
    private final List<ImageTypeSpecifier> types = new ArrayList<>();

    private ReaderImage(ImageInputStream stream, ImageReader reader) throws IOException {
        this.stream = stream;
        this.reader = reader;
        this.progressive =
                reader.getFormatName().equalsIgnoreCase("jpeg") && JpegFrame.isProgressive(stream);
        reader.setInput(stream, true, true);
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    /**
     * Opens a file.
     *
     * @throws ImageDecoder.UnusableImageException if it is of no kind that is read
     */
    static OpenImage open(Path file) throws IOException, ImageDecoder.UnusableImageException {
        ImageInputStream stream = ImageFileStream.open(file);
        try {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ImageDecoder.UnusableImageException(
                        English.of("is no image that is read (%s)", ImageEndings.KINDS));
            }
            ImageReader reader = readers.next();
            return reader.getFormatName().equalsIgnoreCase("gif")
                    ? GifImage.open(stream, reader)
                    : new ReaderImage(stream, reader);
        } catch (IOException | RuntimeException | ImageDecoder.UnusableImageException e) {
            stream.close();
            throw e;
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

    @Override
    public BufferedImage pixels(Rectangle region, int step)
            throws IOException, ImageDecoder.UnusableImageException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(region);
        param.setSourceSubsampling(step, step, 0, 0);
        StringBuilder warnings = new StringBuilder();
        reader.addIIOReadWarningListener((source, warning) -> warnings.append(warning));
        asStored().ifPresent(param::setDestinationType);
        BufferedImage image = reader.read(0, param);
        if (warnings.toString().toLowerCase(Locale.ROOT).contains("premature end")) {
            throw new ImageDecoder.UnusableImageException("is cut short");
        }
        checkColours(image);
        return image;
    }

    @Override
    public long bytes(Rectangle region, int step) throws IOException {
        long pixel = bytesOfPixel();
        // Of doubles, since a header may announce more than a long can count.
        double rows = (double) ROWS * width * pixel;
        return (long) (rows + pixel * OpenImage.kept(region, step) + atOnce() * pixel);
    }

    /**
     * Of the destination, which is what the file holds, or the most usual where that is unknown.
     */
    private long bytesOfPixel() throws IOException {
        return asStored()
                .or(() -> types.stream().findFirst())
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
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (format.startsWith("tif")) {
            int tileHeight = reader.getTileHeight(0);
            return (double) reader.getTileWidth(0)
                    * (reader.isImageTiled(0) ? tileHeight : Math.min(tileHeight, height));
        }
        if (progressive) {
            return 2.0 * width * height; // two bytes a sample, until the last pass is read
        }
        // Of a BMP, run lengths are unpacked whole.
        return format.equals("bmp") ? (double) width * height : 0;
    }

    /** The colours of an embedded profile, where there is one: not converted to sRGB. */
    private Optional<ImageTypeSpecifier> asStored() throws IOException {
        if (types.isEmpty()) {
            reader.getImageTypes(0).forEachRemaining(types::add);
        }
        return types.stream().filter(ReaderImage::isOwnRgb).findFirst();
    }

    private static boolean isOwnRgb(ImageTypeSpecifier type) {
        ColorSpace colours = type.getColorModel().getColorSpace();
        return colours instanceof ICC_ColorSpace
                && colours.getType() == ColorSpace.TYPE_RGB
                && !colours.isCS_sRGB();
    }

    private void checkColours(BufferedImage image)
            throws IOException, ImageDecoder.UnusableImageException {
        ColorModel model = image.getColorModel();
        int kind = model.getColorSpace().getType();
        boolean ink =
                kind == ColorSpace.TYPE_CMYK
                        || reader.getFormatName().equalsIgnoreCase("jpeg")
                                && image.getRaster().getNumBands() == CMYK_BANDS;
        if (ink) {
            throw new ImageDecoder.UnusableImageException("is in CMYK colours: save it as RGB");
        }
        if (kind != ColorSpace.TYPE_RGB && kind != ColorSpace.TYPE_GRAY) {
            throw new ImageDecoder.UnusableImageException(
                    "is in colours that are not read: save it as RGB");
        }
        int type = image.getRaster().getSampleModel().getDataType();
        boolean fractions = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        if (fractions) {
            throw new ImageDecoder.UnusableImageException(
                    "holds fractions instead of whole numbers: save it with 8 bits a colour");
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
