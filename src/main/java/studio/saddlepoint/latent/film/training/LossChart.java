package studio.saddlepoint.latent.film.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import studio.saddlepoint.core.English;

/** The losses of a training as a chart, with a mark that moves along its steps. */
final class LossChart {
  private final FilmStyle style;
  private final List<LossCurve> curves;
  private final long lastStep;
  private final Rectangle plot;
  private final BufferedImage past;
  private final BufferedImage future;

  /**
   * A chart.
   *
   * @param story whose losses
   * @param style of the film
   * @param width in pixels
   * @param height in pixels
   */
  LossChart(TrainingStory story, FilmStyle style, int width, int height) {
    this.style = style;
    this.lastStep = Math.max(1, story.lastStep());
    int head = 2 * style.letter();
    int left = 4 * style.letter();
    plot =
        new Rectangle(
            left, head, width - left - style.margin(), height - head - 2 * style.letter());
    curves =
        story.curves().stream()
            .map(each -> each.thinned(lastStep, Math.max(2, plot.width / 2)))
            .toList();
    ValueAxis axis = ValueAxis.of(curves);
    past = drawn(width, height, axis, false);
    future = drawn(width, height, axis, true);
  }

  private BufferedImage drawn(int width, int height, ValueAxis axis, boolean faint) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      style.prepare(graphics);
      graphics.setColor(FilmStyle.PANEL);
      graphics.fillRect(0, 0, width, height);
      grid(graphics, axis, width);
      graphics.setClip(plot);
      graphics.setStroke(
          new BasicStroke(1.6f * style.line(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      for (int i = 0; i < curves.size(); i++) {
        Color colour = FilmStyle.player(i);
        graphics.setColor(faint ? FilmStyle.faint(colour) : colour);
        graphics.draw(line(curves.get(i), axis));
      }
      return image;
    } finally {
      graphics.dispose();
    }
  }

  private void grid(Graphics2D graphics, ValueAxis axis, int width) {
    FontMetrics letters = graphics.getFontMetrics();
    graphics.setStroke(new BasicStroke(1));
    for (double value : axis.lines()) {
      double y = y(axis, value);
      graphics.setColor(FilmStyle.GRID);
      graphics.draw(new Line2D.Double(plot.x, y, plot.getMaxX(), y));
      graphics.setColor(FilmStyle.MUTED);
      String text = ValueAxis.text(value);
      graphics.drawString(
          text,
          plot.x - style.margin() / 2f - letters.stringWidth(text),
          (float) (y + letters.getAscent() / 2.0 - letters.getDescent() / 2.0));
    }
    graphics.setColor(FilmStyle.MUTED);
    float below = (float) (plot.getMaxY() + 1.4 * style.letter());
    graphics.drawString("0", plot.x, below);
    String last = English.of("%,d steps", lastStep);
    graphics.drawString(last, width - style.margin() - letters.stringWidth(last), below);
  }

  private Path2D line(LossCurve curve, ValueAxis axis) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < curve.steps().length; i++) {
      double x = x(curve.steps()[i]);
      double y = y(axis, curve.losses()[i]);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }

  private double x(long step) {
    return plot.x + plot.width * Math.min(1, step / (double) lastStep);
  }

  private double y(ValueAxis axis, double value) {
    return plot.getMaxY() - plot.height * axis.place(value);
  }

  /**
   * Draws it at a step: what was before in full colours, what comes faintly, the mark between.
   *
   * @param graphics whose origin is the chart's corner
   */
  void draw(Graphics2D graphics, long step) {
    int here = (int) Math.round(x(step));
    graphics.drawImage(future, 0, 0, null);
    int width = Math.min(past.getWidth(), Math.max(1, here));
    graphics.drawImage(past.getSubimage(0, 0, width, past.getHeight()), 0, 0, null);
    graphics.setColor(FilmStyle.MARK);
    int thick = Math.max(1, Math.round(style.line())); // whole pixels, so that it is crisp
    graphics.fillRect(here - thick / 2, plot.y, thick, plot.height);
    legend(graphics, step);
  }

  /** The players with their losses at a step, above the plot. */
  private void legend(Graphics2D graphics, long step) {
    FontMetrics letters = graphics.getFontMetrics();
    float baseline = 1.35f * style.letter();
    float x = plot.x;
    double dot = 0.6 * style.letter();
    for (int i = 0; i < curves.size(); i++) {
      double loss = curves.get(i).at(step);
      String name = curves.get(i).player();
      String text =
          name.substring(0, 1).toUpperCase(Locale.ROOT)
              + name.substring(1)
              + " loss "
              + (Double.isNaN(loss) ? "–" : String.format(Locale.ROOT, "%.2f", loss));
      graphics.setColor(FilmStyle.player(i));
      graphics.fill(new Ellipse2D.Double(x, baseline - 0.65 * style.letter(), dot, dot));
      graphics.setColor(FilmStyle.TEXT);
      graphics.drawString(text, (float) (x + 1.5 * dot), baseline);
      // As wide as with a longer number, so that words stand still.
      x += (float) (1.5 * dot + letters.stringWidth(name + " loss 00.00") + 1.5 * style.letter());
    }
  }
}
