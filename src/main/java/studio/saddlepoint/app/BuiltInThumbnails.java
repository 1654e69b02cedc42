package studio.saddlepoint.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import studio.saddlepoint.core.Picture;

/** Pictures of the program's own data sets that are there before the images are made. */
final class BuiltInThumbnails {
  private static final Logger LOG = Logger.getLogger(BuiltInThumbnails.class.getName());

  /** Two images wide and high, each of 32 pixels. */
  private static final int SIDE = 64;

  private BuiltInThumbnails() {}

  /** The upper left images of the sheet that comes with the recipe for a data set. */
  static Optional<Picture> of(String source) {
    String name = "/assets/recipes/dcgan-" + source + ".png";
    try (InputStream in = BuiltInThumbnails.class.getResourceAsStream(name)) {
      BufferedImage sheet = in == null ? null : ImageIO.read(in);
      if (sheet == null || sheet.getWidth() < SIDE || sheet.getHeight() < SIDE) {
        return Optional.empty();
      }
      int[] argb = sheet.getRGB(0, 0, SIDE, SIDE, new int[SIDE * SIDE], 0, SIDE);
      return Optional.of(new Picture(SIDE, SIDE, argb));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The picture " + name + " cannot be read", e);
      return Optional.empty();
    }
  }
}
