package studio.saddlepoint.train.probe;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import studio.saddlepoint.core.Picture;

/** The shares of classes as pairs of bars: of the fakes, and of the data behind them. */
final class ClassBars {
  private static final int MOST = 40;
  private static final int WIDTH = 360;
  private static final int HEIGHT = 120;
  private static final int TEXT = 16;
  private static final Color GROUND = new Color(0x20242b);
  private static final Color OF_DATA = new Color(0x6b7280);
  private static final Color OF_FAKES = new Color(0xf2a33c);

  private ClassBars() {}

  /**
   * Draws them.
   *
   * @param names of the classes; those beyond forty are left out
   * @param fakes shares by name
   * @param data shares by name
   */
  static Picture draw(List<String> names, Map<String, Double> fakes, Map<String, Double> data) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    int count = Math.min(MOST, names.size());
    double highest = 0;
    for (String name : names) {
      highest = Math.max(highest, Math.max(share(fakes, name), share(data, name)));
    }
    double step = (double) WIDTH / count;
    for (int i = 0; i < count; i++) {
      int left = (int) Math.round(i * step);
      int width = Math.max(2, (int) Math.round(step) - 3);
      bar(graphics, OF_DATA, left + 1, width, share(data, names.get(i)) / highest);
      bar(
          graphics,
          OF_FAKES,
          left + 1 + width / 4,
          width / 2,
          share(fakes, names.get(i)) / highest);
      String shown = names.get(i).length() > 6 ? names.get(i).substring(0, 6) : names.get(i);
      FontMetrics metrics = graphics.getFontMetrics();
      if (metrics.stringWidth(shown) <= step) {
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.drawString(
            shown, left + (int) (step - metrics.stringWidth(shown)) / 2, HEIGHT - 4);
      }
    }
    graphics.dispose();
    return new Picture(WIDTH, HEIGHT, image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
  }

  private static double share(Map<String, Double> shares, String name) {
    return shares.getOrDefault(name, 0.0);
  }

  private static void bar(Graphics2D graphics, Color colour, int left, int width, double share) {
    int high = (int) Math.round(share * (HEIGHT - TEXT - 4));
    graphics.setColor(colour);
    graphics.fillRect(left, HEIGHT - TEXT - high, width, high);
  }
}
