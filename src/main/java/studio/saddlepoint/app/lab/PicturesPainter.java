package studio.saddlepoint.app.lab;

import java.util.Locale;
import javafx.scene.paint.Color;
import studio.saddlepoint.app.Messages;
import studio.saddlepoint.core.English;
import studio.saddlepoint.data.ImageShape;
import studio.saddlepoint.lab.picture.PictureChange;
import studio.saddlepoint.lab.picture.PictureTable;
import studio.saddlepoint.lab.picture.PictureTable.Distances;
import studio.saddlepoint.latent.PictureConversion;

/** Paints a picture, its changes, and how far each is. */
final class PicturesPainter {
  private static final double GAP = 16;

  /** The right end of bars and the top of curves is this at least. */
  private static final double LEAST_TOP = 1.2;

  private final LabPen pen;
  private final PictureTable table;
  private final int step;

  /** The right end of bars and the top of curves. */
  private final double most;

  private PicturesPainter(LabPen pen, PictureTable table, int step) {
    this.pen = pen;
    this.table = table;
    this.step = step;
    most = Math.max(LEAST_TOP, 1.05 * farthest(table));
  }

  private static double farthest(PictureTable table) {
    double most = Math.max(table.ofOther().pixels(), table.ofOther().features());
    for (PictureChange change : PictureChange.values()) {
      for (int i = 0; i <= PictureTable.STEPS; i++) {
        Distances at = table.of(change, i).distances();
        most = Math.max(most, Math.max(at.pixels(), at.features()));
      }
    }
    return most;
  }

  /** Paints a picture with all its changes by an amount. */
  static void paint(LabPen pen, PictureTable table, int step) {
    new PicturesPainter(pen, table, step).paint();
  }

  private void paint() {
    LabColours colours = pen.colours();
    double line = pen.line();
    double x = pen.legend(Messages.text("lab.pictures.pixels"), 0, line / 2, colours.real());
    pen.legend(
        Messages.text("lab.pictures.features", table.extractor()), x, line / 2, colours.made());
    int columns = 2 + PictureChange.values().length;
    double wide = (pen.width() - (columns - 1) * GAP) / columns;
    double side = Math.max(16, Math.min(wide, pen.height() - 11 * line));
    double top = 2.6 * line;
    column(0, wide, side, top, Messages.text("lab.pictures.original"), table.original());
    int at = 1;
    for (PictureChange change : PictureChange.values()) {
      PictureTable.Changed changed = table.of(change, step);
      column(at, wide, side, top, name(change, table.shape()), changed.picture());
      bars(at, wide, top + side + line, changed.distances());
      curves(change, at, wide, top + side + 4.6 * line, pen.height() - line * 1.4);
      at++;
    }
    column(at, wide, side, top, Messages.text("lab.pictures.other"), table.other());
    bars(at, wide, top + side + line, table.ofOther());
  }

  /** What a change is called. */
  static String name(PictureChange change, ImageShape shape) {
    boolean grey = change == PictureChange.SWAP && shape.channels() == 1;
    return Messages.text(
        "lab.pictures.change." + (grey ? "grey" : change.name().toLowerCase(Locale.ROOT)));
  }

  private void column(
      int column, double wide, double side, double top, String name, byte[] pixels) {
    double left = column * (wide + GAP);
    pen.words(name, left, top - pen.line() / 2 - 4, pen.colours().ink());
    pen.picture(PictureConversion.of(pixels, table.shape()), left, top, side, side);
  }

  private void bars(int column, double wide, double top, Distances distances) {
    double left = column * (wide + GAP);
    bar(left, wide, top, distances.pixels(), pen.colours().real());
    bar(left, wide, top + 1.3 * pen.line(), distances.features(), pen.colours().made());
  }

  private void bar(double left, double wide, double y, double value, Color colour) {
    double room = wide - 40;
    pen.box(left, y - 5, room, 10, pen.colours().grid());
    pen.box(left, y - 5, room * value / most, 10, colour);
    pen.line(left + room / most, y - 7, left + room / most, y + 7, pen.colours().ink(), 1);
    pen.words(English.of("%.2f", value), left + room + 6, y, pen.colours().ink());
  }

  /** Both distances over the amount, up to now strong, beyond it faint. */
  private void curves(PictureChange change, int column, double wide, double top, double bottom) {
    if (bottom - top < 2 * pen.line()) {
      return;
    }
    LabColours colours = pen.colours();
    double left = column * (wide + GAP);
    double unit = bottom - (bottom - top) / most;
    pen.dashed(left, unit, left + wide, unit, colours.text());
    pen.line(left, bottom, left + wide, bottom, colours.text(), 1);
    curve(change, left, wide, top, bottom, false, colours.real());
    curve(change, left, wide, top, bottom, true, colours.made());
    pen.words("0", left, bottom + pen.line() * 0.7, colours.text());
    pen.before(
        Messages.text("lab.pictures.amount"),
        left + wide,
        bottom + pen.line() * 0.7,
        colours.text());
  }

  private void curve(
      PictureChange change,
      double left,
      double wide,
      double top,
      double bottom,
      boolean features,
      Color colour) {
    double[] x = new double[PictureTable.STEPS + 1];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Distances at = table.of(change, i).distances();
      double value = features ? at.features() : at.pixels();
      x[i] = left + wide * i / PictureTable.STEPS;
      y[i] = bottom - value / most * (bottom - top);
    }
    pen.curve(x, y, LabColours.faint(colour, 0.75), 1.6);
    pen.mark(x[step], y[step], 4, colour);
  }
}
