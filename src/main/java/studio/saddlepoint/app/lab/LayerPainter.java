package studio.saddlepoint.app.lab;

import java.util.List;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.core.Picture;
import studio.saddlepoint.lab.microscope.LayerLook;
import studio.saddlepoint.lab.microscope.NormStatistics;
import studio.saddlepoint.lab.microscope.Spread;
import studio.saddlepoint.lab.microscope.Tile;

/** Paints a layer: what enters and what leaves it, its curve, its statistics, its filters. */
final class LayerPainter {
  /** Room for the numbers of an axis. */
  private static final double NUMBERS = 44;

  private static final int OPAQUE = 0xff000000;

  private final LabPen pen;
  private final LayerLook look;
  private final double wide;

  private LayerPainter(LabPen pen, LayerLook look, double wide) {
    this.pen = pen;
    this.look = look;
    this.wide = wide;
  }

  /** Paints on the left of a drawing, so wide. */
  static void paint(LabPen pen, MicroscopeShown shown, double wide) {
    new LayerPainter(pen, shown.look(), wide).paint(shown);
  }

  private void paint(MicroscopeShown shown) {
    LabColours colours = pen.colours();
    double line = pen.line();
    pen.words(
        Messages.text(
            "lab.microscope.title",
            English.of("%d", look.layer().index() + 1),
            English.of("%d", shown.layers().size()),
            look.layer().name()),
        0,
        line / 2,
        colours.ink());
    double top = 3 * line;
    double middle = 0.56 * pen.height();
    if (look.norm().isPresent()) {
      norm(look.norm().get(), top, middle - 1.8 * line);
    } else {
      entering(top, middle - 1.8 * line);
    }
    double below = middle + 1.6 * line;
    if (look.filters().tiles().isEmpty()) {
      pen.legend(Messages.text("lab.microscope.leaving"), NUMBERS, middle, colours.made());
      bars(look.leaving(), below, pen.height() - 1.4 * line, colours.made());
    } else {
      filters(middle, pen.height());
    }
  }

  private void entering(double top, double bottom) {
    LabColours colours = pen.colours();
    double x =
        pen.legend(
            Messages.text("lab.microscope.numbers"), NUMBERS, top - pen.line(), colours.real());
    bars(look.entering(), top, bottom, colours.real());
    if (look.curve().isPresent()) {
      String words = Messages.text("lab.microscope.curve");
      boolean room = x + pen.line() + pen.widthOf(words) < wide;
      double y = top - pen.line() * (room ? 1 : 0); // or within the chart
      pen.legend(words, room ? x : NUMBERS + pen.line(), y, colours.judge());
      curve(look.curve().get(), top, bottom);
    }
  }

  /** From the lowest to the highest number of the axis below. */
  private double[] axis(Spread spread) {
    boolean bent = look.curve().isPresent();
    return new double[] {
      bent ? Math.min(spread.low(), -1) : spread.low(),
      bent ? Math.max(spread.high(), 1) : spread.high()
    };
  }

  private void bars(Spread spread, double top, double bottom, Color colour) {
    LabColours colours = pen.colours();
    double[] axis = axis(spread);
    double scale = (wide - NUMBERS) / (axis[1] - axis[0]);
    double each = (spread.high() - spread.low()) / spread.counts().length;
    for (int i = 0; i < spread.counts().length; i++) {
      double high = (bottom - top) * Math.sqrt((double) spread.counts()[i] / spread.highest());
      double left = NUMBERS + (spread.low() + i * each - axis[0]) * scale;
      pen.box(
          left, bottom - high, Math.max(1, each * scale - 1), high, LabColours.faint(colour, 0.6));
    }
    pen.line(NUMBERS, bottom, wide, bottom, colours.text(), 1);
    double zero = NUMBERS - axis[0] * scale;
    if (zero >= NUMBERS && zero <= wide) {
      pen.line(zero, top, zero, bottom, colours.grid(), 1);
      pen.middle("0", zero, bottom + 0.7 * pen.line(), colours.text());
    }
    end(axis[0], NUMBERS, zero, bottom, true);
    end(axis[1], wide, zero, bottom, false);
  }

  /** The number at an end of an axis, where it is not in the way of the zero. */
  private void end(double value, double at, double zero, double bottom, boolean first) {
    String text = MicroscopePainter.number(value);
    if (Math.abs(at - zero) < 30) {
      return;
    }
    if (first) {
      pen.words(text, at, bottom + 0.7 * pen.line(), pen.colours().text());
    } else {
      pen.before(text, at, bottom + 0.7 * pen.line(), pen.colours().text());
    }
  }

  private void curve(LayerLook.Curve curve, double top, double bottom) {
    double[] axis = axis(look.entering());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double y : curve.y()) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
    double[] x = new double[curve.x().length];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = NUMBERS + (curve.x()[i] - axis[0]) / (axis[1] - axis[0]) * (wide - NUMBERS);
      y[i] = bottom - (curve.y()[i] - low) / Math.max(1e-9, high - low) * (bottom - top);
    }
    pen.curve(x, y, pen.colours().judge(), 2.2);
    pen.before(MicroscopePainter.number(high), NUMBERS - 6, top, pen.colours().judge());
    pen.before(MicroscopePainter.number(low), NUMBERS - 6, bottom, pen.colours().judge());
  }

  private void norm(NormStatistics norm, double top, double bottom) {
    double side = (wide - 2 * NUMBERS) / 2;
    points("means", norm.runningMean(), norm.batchMean(), NUMBERS, side, top, bottom);
    points(
        "deviations",
        norm.runningDeviation(),
        norm.batchDeviation(),
        2 * NUMBERS + side,
        side,
        top,
        bottom);
  }

  /** A dot a channel: running across, of the batch upwards; on the diagonal they are the same. */
  private void points(
      String name,
      double[] running,
      double[] batch,
      double left,
      double side,
      double top,
      double bottom) {
    LabColours colours = pen.colours();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < running.length; c++) {
      low = Math.min(low, Math.min(running[c], batch[c]));
      high = Math.max(high, Math.max(running[c], batch[c]));
    }
    double range = Math.max(1e-9, high - low);
    pen.words(Messages.text("lab.microscope.norm." + name), left, top - pen.line(), colours.ink());
    pen.line(left, bottom, left + side, bottom, colours.grid(), 1);
    pen.line(left, top, left, bottom, colours.grid(), 1);
    pen.dashed(left, bottom, left + side, top, colours.text());
    for (int c = 0; c < running.length; c++) {
      pen.dot(
          left + (running[c] - low) / range * side,
          bottom - (batch[c] - low) / range * (bottom - top),
          3.5,
          LabColours.faint(colours.made(), 0.8));
    }
    pen.before(MicroscopePainter.number(high), left - 6, top + 4, colours.text());
    pen.before(MicroscopePainter.number(low), left - 6, bottom - 4, colours.text());
    pen.before(
        Messages.text("lab.microscope.norm.axis"),
        left + side,
        bottom + 0.7 * pen.line(),
        colours.text());
  }

  private void filters(double top, double bottom) {
    LabColours colours = pen.colours();
    List<Tile> tiles = look.filters().tiles();
    String key =
        look.filters().whole() ? "lab.microscope.filters.whole" : "lab.microscope.filters.channel";
    pen.words(
        Messages.text(
            key,
            English.of("%d", tiles.size()),
            English.of("%d", look.filters().all()),
            English.of("%d", 1 + look.unit().channel(look.layer()))),
        0,
        top + pen.line() / 2,
        colours.ink());
    double from = top + 1.4 * pen.line();
    int columns = 1;
    double side = 0;
    for (int c = 1; c <= tiles.size(); c++) {
      int rows = (tiles.size() + c - 1) / c;
      double fits = Math.min(wide / c, (bottom - from) / rows);
      if (fits > side) {
        side = fits;
        columns = c;
      }
    }
    side = Math.min(side, 96);
    columns = Math.max(columns, Math.min(tiles.size(), (int) (wide / side)));
    float most = 1e-9f;
    for (Tile tile : tiles) {
      for (float value : tile.values()) {
        most = Math.max(most, Math.abs(value));
      }
    }
    for (int i = 0; i < tiles.size(); i++) {
      pen.picture(
          picture(tiles.get(i), most),
          i % columns * side,
          from + i / columns * side,
          side - 3,
          side - 3);
    }
  }

  /** Red, green and blue as they are; other weights in two colours, by their sign. */
  private Picture picture(Tile tile, float most) {
    int plane = tile.width() * tile.height();
    int[] argb = new int[plane];
    for (int p = 0; p < plane; p++) {
      argb[p] =
          tile.channels() == 3
              ? OPAQUE
                  | level(tile.values()[p] / most) << 16
                  | level(tile.values()[plane + p] / most) << 8
                  | level(tile.values()[2 * plane + p] / most)
              : signed(tile.values()[p] / most);
    }
    return new Picture(tile.width(), tile.height(), argb);
  }

  private static int level(float value) {
    return Math.round(127.5f * (value + 1));
  }

  private int signed(float value) {
    LabColours colours = pen.colours();
    Color colour =
        colours.grid().interpolate(value > 0 ? colours.real() : colours.made(), Math.abs(value));
    return OPAQUE
        | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8
        | (int) Math.round(255 * colour.getBlue());
  }
}
