package studio.saddlepoint.screenshots;

import java.awt.Color;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the window's icon: the surface x² - y² from above, in steps of height, with its saddle
 * point in the middle. Arguments: the folder for the pictures (assets/icons).
 */
public final class DrawIcons {
  private static final int FINER = 8;
  private static final double STEPS = 3;
  private static final Color LEVEL = new Color(0x16233a);
  private static final Color RIDGE = new Color(0x58a6ff);
  private static final Color VALLEY = new Color(0x3fb950);
  private static final Color POINT = Color.WHITE;

  private DrawIcons() {}

  /** Draws the icon in each size. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (int size : new int[] {16, 32, 64, 128, 256}) {
      Path file = folder.resolve("saddlepoint-" + size + ".png");
      ImageIO.write(draw(size), "png", file.toFile());
    }
  }

  private static BufferedImage draw(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, pixel(x, y, size));
      }
    }
    return image;
  }

  /** The mean of finer pixels, so that edges are smooth. */
  private static int pixel(int x, int y, int size) {
    double[] sum = new double[3];
    int inside = 0;
    for (int i = 0; i < FINER * FINER; i++) {
      double u = 2 * (x + (i % FINER + 0.5) / FINER) / size - 1;
      double v = 2 * (y + (i / FINER + 0.5) / FINER) / size - 1;
      if (new RoundRectangle2D.Double(-1, -1, 2, 2, 0.9, 0.9).contains(u, v)) {
        float[] rgb = colour(u, v).getRGBColorComponents(null);
        for (int c = 0; c < sum.length; c++) {
          sum[c] += rgb[c];
        }
        inside++;
      }
    }
    if (inside == 0) {
      return 0;
    }
    return new Color(
            (float) (sum[0] / inside),
            (float) (sum[1] / inside),
            (float) (sum[2] / inside),
            (float) inside / (FINER * FINER))
        .getRGB();
  }

  private static Color colour(double u, double v) {
    if (Math.hypot(u, v) < 0.2) {
      return POINT;
    }
    double height = u * u - v * v;
    // Contours a little denser where the surface is flat, so that the middle is not empty.
    double step = Math.round(STEPS * Math.sqrt(Math.abs(height))) / STEPS;
    Color far = height > 0 ? RIDGE : VALLEY;
    return new Color(
        mix(LEVEL.getRed(), far.getRed(), step),
        mix(LEVEL.getGreen(), far.getGreen(), step),
        mix(LEVEL.getBlue(), far.getBlue(), step));
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + part * (to - from));
  }
}
