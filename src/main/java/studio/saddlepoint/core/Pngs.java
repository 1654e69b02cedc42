package studio.saddlepoint.core;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files, one pixel for a pixel. */
public final class Pngs {
    private static final int OPAQUE = 0xFF;

    private Pngs() {}

    /** The bytes of a PNG file; with an alpha channel only where a pixel is not opaque. */
    public static byte[] encode(Picture picture) throws IOException {
        boolean opaque = Arrays.stream(picture.argb()).allMatch(argb -> argb >>> 24 == OPAQUE);
        BufferedImage image =
                new BufferedImage(
                        picture.width(),
                        picture.height(),
                        opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return encode(image);
    }

    /**
     * The bytes of a PNG file of 8 bits a pixel, without colour.
     *
     * @param width in pixels
     * @param height in pixels
     * @param grey one unsigned byte a pixel, rows from the top
     */
    public static byte[] encodeGrey(int width, int height, byte[] grey) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        // Not by setRGB: that would convert between colour spaces.
        image.getRaster().setDataElements(0, 0, width, height, grey);
        return encode(image);
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a picture; folders on the way are made.
     *
     * @throws StudioException if it cannot be written; names the file
     */
    public static void write(Path file, Picture picture) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, encode(picture));
        } catch (IOException e) {
            throw new StudioException(
                    file
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): check the folder and the free space, or choose another place.",
                    e);
        }
    }
}
