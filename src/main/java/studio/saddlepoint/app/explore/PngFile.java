package studio.saddlepoint.app.explore;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;

/** Pictures as PNG files. */
final class PngFile {
    private PngFile() {}

    /**
     * Writes a picture, one pixel for a pixel; gaps that are clear stay clear.
     *
     * @throws StudioException if it cannot be written; names the file
     */
    static void write(Picture picture, Path file) {
        int width = picture.width();
        BufferedImage image =
                new BufferedImage(width, picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, picture.height(), picture.argb(), 0, width);
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new StudioException(
                    file + " cannot be written: choose another folder, or free some space.", e);
        }
    }
}
