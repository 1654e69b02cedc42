package studio.saddlepoint.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.core.StudioException;

/** Writes pictures as PNG files. */
final class Pngs {
    private Pngs() {}

    /**
     * Writes a picture; folders on the way are made.
     *
     * @throws StudioException if it cannot be written
     */
    static void write(Path file, Picture picture) {
        BufferedImage image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (OutputStream stream = Files.newOutputStream(file)) {
                ImageIO.write(image, "png", stream);
            }
        } catch (IOException e) {
            throw new StudioException(
                    file
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "): check the folder and the free space, or choose another --out.",
                    e);
        }
    }
}
